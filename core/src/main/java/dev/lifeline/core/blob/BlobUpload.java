package dev.lifeline.core.blob;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.problem.Interruptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One upload: the file is read once from front to back, hashed on the way, and its blocks travel
 * side by side. As many buffers exist as blocks travel, and one more to read into.
 */
final class BlobUpload {
  private final BlobCalls calls;
  private final UploadSettings settings;
  private final Listener listener;
  private final AtomicLong arrived = new AtomicLong();
  private final MessageDigest sha256 = Hashes.sha256();
  private final MessageDigest md5 = Hashes.md5();

  BlobUpload(BlobCalls calls, UploadSettings settings, Listener listener) {
    this.calls = calls;
    this.settings = settings;
    this.listener = listener;
  }

  Transferred send(Path path) {
    SourceFile file = SourceFile.of(path);
    calls.requireUnexpired();
    ExecutorService workers = Executors.newFixedThreadPool(settings.parallel(), BlobUpload::worker);
    try {
      List<String> blocks = sendBlocks(file, workers);
      calls.putBlockList(blocks, Base64.getEncoder().encodeToString(md5.digest()));
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    } finally {
      workers.shutdownNow();
    }
    return new Transferred(file.sizeBytes(), HexFormat.of().formatHex(sha256.digest()));
  }

  private List<String> sendBlocks(SourceFile file, ExecutorService workers)
      throws InterruptedException {
    int blockBytes = settings.blockBytesFor(file.sizeBytes());
    BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(settings.parallel() + 1);
    int size = (int) Math.min(blockBytes, file.sizeBytes());
    for (int i = 0; i <= settings.parallel(); i++) {
      buffers.add(new byte[size]);
    }
    String upload = calls.newUploadId();
    List<String> ids = new ArrayList<>();
    List<Future<?>> sent = new ArrayList<>();
    long read = 0;
    try (InputStream in = file.open()) {
      while (read <= file.sizeBytes()) { // a file that keeps growing is not followed for ever
        byte[] buffer = freeBuffer(buffers, sent);
        int length = in.readNBytes(buffer, 0, buffer.length);
        if (length == 0) {
          break;
        }
        read += length;
        sha256.update(buffer, 0, length);
        md5.update(buffer, 0, length);
        String id = blockId(upload, ids.size());
        ids.add(id);
        Block block = new Block(id, buffer, length);
        sent.add(workers.submit(() -> sendBlock(file, block, buffers)));
      }
    } catch (IOException e) {
      throw SourceFile.unreadable(file.path(), e);
    }
    for (Future<?> underWay : sent) {
      await(underWay);
    }
    file.requireUnchanged(read);
    return ids;
  }

  private void sendBlock(SourceFile file, Block block, BlockingQueue<byte[]> buffers) {
    try {
      calls.putBlock(block);
      long done = arrived.addAndGet(block.length());
      listener.on(new Event.Moved(file.path().getFileName().toString(), done, file.sizeBytes()));
    } finally {
      buffers.add(block.buffer());
    }
  }

  /** Waits for a buffer; a block that failed gives its buffer back and ends the upload here. */
  private static byte[] freeBuffer(BlockingQueue<byte[]> buffers, List<Future<?>> sent)
      throws InterruptedException {
    byte[] buffer = buffers.take();
    while (!sent.isEmpty() && sent.get(0).isDone()) {
      await(sent.remove(0));
    }
    return buffer;
  }

  private static void await(Future<?> block) throws InterruptedException {
    try {
      block.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** All ids have the length that AzCopy's have: a blob's block ids must be equally long. */
  private static String blockId(String upload, int index) {
    String id = upload + String.format(Locale.ROOT, "%08d", index);
    return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "lifeline-upload");
    thread.setDaemon(true);
    return thread;
  }
}
