package dev.lifeline.core.connection;

/**
 * The fields of a service connection, in the setup guide's order and words (Setup guide: the
 * dialog). The default project is Lifeline's own addition.
 */
public enum ConnectionField {
  AUTHENTICATION_ENDPOINT(
      "Authentication Endpoint",
      "host and tenant that sign the account in, such as"
          + " https://login.microsoftonline.com/organizations"),
  API_ENDPOINT(
      "Dynamics Lifecycle Services API Endpoint",
      "the endpoint of the geography in which the project lives, such as"
          + " https://lcsapi.lcs.dynamics.com"),
  USERNAME("Username", "the e-mail alias of the account, such as deploy@contoso.com"),
  PASSWORD("Password", "the account's password"),
  CLIENT_ID(
      "Application (Client) ID",
      "the id of the registration in Entra ID, such as 00000000-1111-2222-3333-444444444444"),
  NAME(
      "Service connection name",
      "1 to 64 letters, digits, blanks, dots, underscores and hyphens, such as contoso"),
  DESCRIPTION("Description", "free text, may be left out"),
  DEFAULT_PROJECT(
      "Default project", "the id of an LCS project, a positive whole number, may be left out");

  private final String title;
  private final String meaning;

  ConnectionField(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** The field's name for people. */
  public String title() {
    return title;
  }

  /** What belongs into it: words that follow a colon. */
  public String meaning() {
    return meaning;
  }
}
