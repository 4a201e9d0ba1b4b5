package dev.lifeline.emulator.world;

/** Who runs an environment and how, with LCS's word for it. */
public enum Infrastructure {
  /** Microsoft's service; nobody starts or stops it. */
  SELF_SERVICE("SelfService"),
  /** Virtual machines that Microsoft runs. */
  MICROSOFT_MANAGED("MicrosoftManaged"),
  /** Virtual machines in the customer's own subscription. */
  CUSTOMER_MANAGED("CustomerManaged"),
  /** The customer's own data centre (the word is ASSUMED). */
  ON_PREMISES("OnPremises");

  private final String word;

  Infrastructure(String word) {
    this.word = word;
  }

  /** LCS's word. */
  public String word() {
    return word;
  }
}
