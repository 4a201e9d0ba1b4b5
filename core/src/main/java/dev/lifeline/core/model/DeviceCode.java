package dev.lifeline.core.model;

import java.net.URI;
import java.time.Instant;

/**
 * What a person needs to sign in on another device (Entra sign-in: device code). The secret half of
 * the code is not here.
 *
 * @param userCode what the person types in; foreign text
 * @param verificationUri where; an https address, or http on loopback
 * @param expires until when
 */
public record DeviceCode(String userCode, URI verificationUri, Instant expires) {}
