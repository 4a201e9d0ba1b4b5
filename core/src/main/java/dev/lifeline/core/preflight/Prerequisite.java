package dev.lifeline.core.preflight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What has to be true of a service connection, in the order in which it is checked. */
public enum Prerequisite {
  /** Both addresses are well-formed and of one cloud. */
  ADDRESSES("addresses"),
  /** DNS, proxy and TLS to the authority. */
  NETWORK_ENTRA("network to Entra ID"),
  /** DNS, proxy and TLS to Lifecycle Services. */
  NETWORK_LCS("network to LCS"),
  /** The authority answers and signs in the accounts of the tenant. */
  AUTHORITY("authority"),
  /** Who checks the account's password is known. */
  REALM("realm"),
  /** The authority signs the account in. */
  SIGN_IN("sign-in"),
  /** The token is for Lifecycle Services, by what it says of itself. */
  TOKEN("token"),
  /** Lifecycle Services accepts it. */
  LIFECYCLE_SERVICES("Lifecycle Services"),
  /** The account sees the project. */
  PROJECT("project"),
  /** Its role suffices for the asset library, as far as reading tells. */
  ASSET_LIBRARY("asset library"),
  /** Its role suffices for servicing, as far as reading tells. */
  SERVICING("servicing"),
  /** The connection's geography is that of the project; checked only when asked for. */
  GEOGRAPHY("geography"),
  /** The stored password is young enough; said of stored connections only. */
  PASSWORD_AGE("password age"),
  /** The sign-in by device code is in use; said of stored connections only. */
  SIGN_IN_AGE("sign-in age");

  private final String title;

  Prerequisite(String title) {
    this.title = title;
  }

  /** The stable name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** Without which it cannot be checked. */
  List<Prerequisite> needs() {
    return switch (this) {
      case ADDRESSES, PASSWORD_AGE, SIGN_IN_AGE -> List.of();
      case NETWORK_ENTRA, NETWORK_LCS -> List.of(ADDRESSES);
      case AUTHORITY -> List.of(NETWORK_ENTRA);
      case REALM -> List.of(AUTHORITY);
      case SIGN_IN -> List.of(NETWORK_ENTRA, AUTHORITY, REALM);
      case TOKEN -> List.of(SIGN_IN);
      case LIFECYCLE_SERVICES -> List.of(NETWORK_LCS, TOKEN);
      case PROJECT -> List.of(LIFECYCLE_SERVICES);
      case ASSET_LIBRARY, SERVICING -> List.of(PROJECT);
      case GEOGRAPHY -> List.of(SIGN_IN, TOKEN);
    };
  }

  /** Those that every check has, from the first to the last. */
  static List<Prerequisite> always() {
    return Arrays.stream(values()).filter(one -> one.compareTo(GEOGRAPHY) < 0).toList();
  }
}
