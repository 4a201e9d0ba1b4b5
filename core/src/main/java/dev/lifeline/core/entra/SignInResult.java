package dev.lifeline.core.entra;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;

/**
 * What a sign-in gave. Prints no secret.
 *
 * @param token for the scope that was asked for
 * @param credential what the next sign-in is made with: a renewed refresh token, else the same
 * @param realm who checked the password; UNKNOWN when nobody said
 */
public record SignInResult(AccessToken token, Credential credential, Realm realm) {}
