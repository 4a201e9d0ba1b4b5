/**
 * Times transfers of the built program beside those of AzCopy and the Azure SDK, all of them to the
 * same blob service in this process. Ships nothing; depends on nothing of the product.
 */
@NullMarked
package dev.lifeline.benchmarks.transfer;

import org.jspecify.annotations.NullMarked;
