/** The text of Readwell’s contract as its office wrote it: with fields, which are filled in when it is sent. */
export const agreement = `# Residential Construction Agreement

Between **{{shop.name}}** (the Contractor) and **{{client.name}}** and **{{partner.name}}** (the Owner), for the work at **{{project.place}}**. Dated {{today}}.

## 1. The work

The Contractor builds the kitchen and the rear addition as drawn on plan A-4 and described in Schedule A. What is not drawn or described there is not part of the work.

## 2. Price and payment

The Owner pays the Contract Price in five stages, each within ten days of the Contractor’s invoice.

| Stage | Due when | Amount |
| :-- | :-- | --: |
| Deposit | This agreement is signed | $12,500.00 |
| Foundation | The slab has passed inspection | $34,025.00 |
| Frame | The frame has passed inspection | $34,025.00 |
| Lock-up | Windows and doors are in | $34,025.00 |
| Completion | The Owner has the keys | $34,025.00 |
| **Contract Price** | | **$148,600.00** |

## 3. Time

Work begins on May 11 and takes nine weeks. Rain, and what neither party can help, move the finish by as many days as they take.

## 4. Permits

The Contractor applies for every permit and meets every inspector. The fees are in the price.

## 5. The site

- The Contractor works from 7:30 AM to 4:30 PM, Monday to Friday.
- The Owner keeps the driveway free for deliveries.
- Dust walls stand between the work and the rooms that are lived in.

## 6. Selections

The Owner chooses finishes by the dates in Schedule B. A choice that costs more or less than its allowance changes the price by the difference, and by nothing else.

## 7. Insurance

The Contractor carries general liability of $2,000,000 and workers’ compensation for everybody on site, and shows the certificates when asked.

## 8. Subcontractors

The Contractor answers for the work of the people it hires as for its own.

## 9. What was hidden

Where a wall or the ground holds what nobody could see, work there stops. The Contractor says what it would cost, and goes on when the Owner has agreed in writing.

## 10. Cleaning up

The site is swept every evening. At the end the Contractor takes away what is left over.

## 11. Disagreements

The parties first talk, then see a mediator in Travis County, and only then go to court.

## 12. Changes

A change to the work, the price or the finish date counts only when it is written down, priced and signed by both parties before the work is done.

## 13. Warranty

The Contractor warrants its workmanship for one year from substantial completion, and passes on manufacturers’ warranties for materials and appliances.

## 14. Price and signature

The Contract Price is **$148,600.00**, paid in five stages as set out in section 2. The Owner may cancel within three business days of signing. By signing, each party accepts all fourteen sections and Schedules A to C.
`;
