package dev.lifeline.emulator.blob;

/**
 * A storage account.
 *
 * @param name as it appears in URLs and signatures
 * @param key signs; a secret
 */
public record BlobAccount(String name, AccountKey key) {
  /** The name that emulators use, in the path of their URLs. */
  public static final String EMULATOR_NAME = "devstoreaccount1";

  /** Azurite's account; its key is public and the same everywhere. */
  public static final BlobAccount AZURITE =
      new BlobAccount(
          EMULATOR_NAME,
          AccountKey.fromBase64(
              "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="));
}
