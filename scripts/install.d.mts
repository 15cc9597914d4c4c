export declare function refuseOldNode(version: string): void;
export declare function stampOf(lock: string, platform: string): string;
export declare function isInstalled(lock: string, installed: string | undefined): boolean;
