package dev.lifeline.emulator.world;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is to do.
 *
 * @param kind what is done
 * @param name what the history calls it: the update name as it was given, the name of the backup,
 *     or that of the asset where nobody gives one
 * @param asset the asset that is applied, or the backup that is made
 * @param part the commerce scale unit, the id of the e-Commerce environment, the activity id of the
 *     preparation, or the id of the environment whose database is taken
 */
public record Work(OperationKind kind, String name, @Nullable UUID asset, @Nullable String part) {}
