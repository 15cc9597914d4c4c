import { sha256 } from "@/lib/sha256";
import type { AccountNumbers } from "./account";

/** 256 words that sound like nothing else among them over a bad line, so that a byte is one word. */
const words = `
acorn album almond amber anchor ankle apple apron arrow atlas autumn badge bagel bamboo banjo barrel
basket beacon beaver bench bicycle biscuit blanket blossom bottle branch bridge bronze brush bucket button cabin
cactus camel camera canoe carpet carrot castle cedar cello chalk cheese cherry chimney circus clover coast
cobalt coffee comet compass copper cotton cousin cradle crayon cricket crystal curtain daisy dancer denim desert
diamond dinner dolphin donkey dragon drawer eagle easel eclipse elbow elephant ember emerald engine evening falcon
feather fennel ferry fiddle field finger flute forest fossil fountain freckle galaxy garden gecko ginger giraffe
glacier glove goblet granite grape guitar hammer haven harvest hazel helmet hickory hollow honey horizon hunter
iceberg igloo indigo island ivory jacket jaguar jasmine jelly jigsaw jungle kayak kettle kitchen kiwi koala
ladder lagoon lantern lavender leather lemon lentil lilac linen lizard lobster locket lotus lumber magnet mango
maple market meadow melon meteor mirror mitten monkey morning mosaic mountain muffin mustard napkin nectar needle
nickel notebook nutmeg oasis ocean olive onion opal orange orchard organ otter oyster paddle palace panda
paper parrot pasta pebble pelican pencil penguin pepper piano pigeon pillow pirate planet pocket pony potato
prairie pumpkin puzzle quartz quilt rabbit radio rainbow raven ribbon river robin rocket rooster ruby saddle
saffron salmon sandal satchel scarf seagull shadow shovel silver sketch spider sponge stable statue summer sunset
tablet tango teapot thimble thunder ticket tiger timber toffee tomato tractor trumpet tulip tunnel turtle umbrella
valley vanilla velvet violin volcano waffle wagon walnut whale whistle willow winter wizard wombat yellow zipper`
  .trim()
  .split(/\s+/);

/**
 * Three words that stand for an account, “otter lemon castle”: two people who read the same ones to each other look at the
 * same account. Made of its numbers alone, which nobody can choose freely; a name could be altered until the words fit.
 */
export function checkWords({ routing, accountNumber }: AccountNumbers): string {
  const bytes = sha256(`bank-details/v1\n${routing}\n${accountNumber}`).subarray(0, 3);
  return Array.from(bytes, (byte) => words[byte]).join(" ");
}
