export declare const MOST: number;
export declare function firstScreen(): { name: string; bytes: number; gzip: number; brotli: number }[];
