package dev.lifeline.hub.connector;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Keeps the hub from being sent to addresses that only it can reach (OWASP: server-side request
 * forgery). A host is looked up each time that it is asked about. Thread-safe.
 */
public final class AddressGuard {
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int SHARED_FIRST = 100;

  private final boolean allowsPrivate;

  /**
   * A guard.
   *
   * @param allowsPrivate whether addresses of this machine and of private networks may be used
   */
  public AddressGuard(boolean allowsPrivate) {
    this.allowsPrivate = allowsPrivate;
  }

  /** Whether addresses of this machine and of private networks may be used. */
  public boolean allowsPrivate() {
    return allowsPrivate;
  }

  /**
   * Lets an address pass, or not. A host that has no address passes: nothing can be sent to it.
   *
   * @throws LifelineException ADDRESS_REFUSED
   */
  public void require(URI address) {
    if (allowsPrivate) {
      return;
    }
    for (InetAddress each : addresses(address.getHost())) {
      if (isPrivate(each)) {
        throw Problem.of(
                ProblemCode.ADDRESS_REFUSED, "the hub does not go to '" + address.getHost() + "'")
            .why("It is an address of the hub's own machine or of a private network.")
            .fix("if that is wanted, start the hub with --allow-private-addresses")
            .raise();
      }
    }
  }

  private static InetAddress[] addresses(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      return new InetAddress[0];
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == UNIQUE_LOCAL;
    boolean shared = bytes.length == 4 && bytes[0] == SHARED_FIRST && (bytes[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || shared;
  }
}
