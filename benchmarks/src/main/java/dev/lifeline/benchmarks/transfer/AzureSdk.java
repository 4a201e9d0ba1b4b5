package dev.lifeline.benchmarks.transfer;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobClientBuilder;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobDownloadToFileOptions;
import com.azure.storage.blob.options.BlobUploadFromFileOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of a few lines around the Azure SDK for Java, with its Netty. It gets the block size
 * and the connections of Lifeline, with which it is faster than with its own.
 *
 * @param url of the blob, with its signature
 * @param certificate that it trusts
 */
record AzureSdk(String url, Certificate certificate) implements Contender {
  private static final int CONNECTIONS = 16;
  private static final long BLOCK_BYTES = 8L * Blob.MEBIBYTE;

  /** Moves a file: arguments are up or down, the URL, the file. */
  public static void main(String[] arguments) {
    BlobClient client = new BlobClientBuilder().endpoint(arguments[1]).buildClient();
    String file = arguments[2];
    if (arguments[0].equals("up")) {
      client.uploadFromFileWithResponse(
          new BlobUploadFromFileOptions(file)
              .setParallelTransferOptions(
                  new ParallelTransferOptions()
                      .setBlockSizeLong(BLOCK_BYTES)
                      .setMaxSingleUploadSizeLong(BLOCK_BYTES)
                      .setMaxConcurrency(CONNECTIONS)),
          null,
          Context.NONE);
    } else {
      client.downloadToFileWithResponse(
          new BlobDownloadToFileOptions(file)
              .setParallelTransferOptions(
                  new com.azure.storage.common.ParallelTransferOptions()
                      .setBlockSizeLong(BLOCK_BYTES)
                      .setMaxConcurrency(CONNECTIONS)),
          null,
          Context.NONE);
    }
  }

  @Override
  public String name() {
    return "Azure SDK for Java";
  }

  @Override
  public List<String> upload(Path file) {
    return command("up", file);
  }

  @Override
  public List<String> download(Path folder) {
    return command("down", folder.resolve("sdk.zip"));
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  private List<String> command(String direction, Path file) {
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(certificate.javaOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), AzureSdk.class.getName()));
    command.addAll(List.of(direction, url, file.toString()));
    return command;
  }
}
