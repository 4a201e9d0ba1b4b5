package dev.lifeline.core.registration;

import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Cloud;

/**
 * The administrator's portal of a cloud (Entra sign-in: national clouds).
 *
 * @param host the portal's host
 */
record Portal(String host) {
  /** The portal of an authority; the global one where the cloud is not known. */
  static Portal of(AuthenticationEndpoint authority) {
    return of(authority.cloud().orElse(Cloud.GLOBAL));
  }

  static Portal of(Cloud cloud) {
    return new Portal(
        switch (cloud) {
          case GLOBAL -> "portal.azure.com";
          case US_GOVERNMENT -> "portal.azure.us";
          case CHINA -> "portal.azure.cn";
        });
  }

  /** A page of the registration. */
  String registration(String name, String page) {
    return place("App registrations > All applications > " + name + " > " + page);
  }

  /** A page of what stands for an application in the tenant. */
  String enterpriseApplication(String name, String page) {
    return place("Enterprise applications > All applications > " + name + " > " + page);
  }

  /** A place below Microsoft Entra ID. */
  String place(String path) {
    return "https://" + host + ", Microsoft Entra ID > " + path;
  }
}
