package dev.lifeline.core.blob;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.BulkConnection;
import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.Content;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.model.BlockCheck;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One upload: blocks side by side straight from the file, then the list that makes them a blob. */
final class BlobUpload {
  private final BulkTransport transport;
  private final Retries retries;
  private final BlobCalls calls;
  private final UploadOrder order;
  private final BlobAddress address;

  BlobUpload(BulkTransport transport, Retries retries, BlobCalls calls, UploadOrder order) {
    this.transport = transport;
    this.retries = retries;
    this.calls = calls;
    this.order = order;
    this.address = new BlobAddress(order.target(), retries.time());
  }

  Sent send() {
    SourceFile file = SourceFile.of(order.file());
    SasUrl url = address.now();
    int blockBytes = order.settings().blockBytesFor(file.sizeBytes());
    Optional<Sent> done = sendRemembering(file, blockBytes, url);
    if (done.isPresent()) {
      return done.get();
    }
    retries
        .listener()
        .on(new Event.Noted("the store has forgotten what had arrived; sending all of it again"));
    return sendRemembering(file, blockBytes, url).orElseThrow(); // nothing earlier to be missed
  }

  /** Empty when the store no longer has blocks of an earlier run; they are forgotten here, too. */
  private Optional<Sent> sendRemembering(SourceFile file, int blockBytes, SasUrl url) {
    try (UploadJournal journal = journal(file, blockBytes, url)) {
      Optional<Sent> done = send(file, blockBytes, journal);
      journal.forget();
      return done;
    }
  }

  /** Empty when the store no longer has blocks of an earlier run. */
  private Optional<Sent> send(SourceFile file, int blockBytes, UploadJournal journal) {
    BlockCheck check = order.settings().check();
    Pace pace = new Pace(order.settings().parallel(), retries.time());
    SasUrl url = address.now();
    Tries tries = new Tries(retries, pace, url.toString());
    String name = Objects.requireNonNull(file.path().getFileName()).toString();
    Tally tally = new Tally(name, file.sizeBytes(), retries.listener());
    try (FileReading reading = FileReading.of(file)) {
      BlockCutter cutter = new BlockCutter(file, reading, blockBytes, check);
      BlockSender sender =
          new BlockSender(
              calls, address, file, reading, new BlockSender.Sending(tries, tally, check));
      new Crew(() -> transport.connection(), pace)
          .carry(
              cutter,
              (block, connection, carrier) -> {
                if (journal.hasArrived(block)) {
                  tally.add(block.length());
                } else {
                  String id = blockId(journal, block.index());
                  sender.send(id, block, connection, carrier);
                  journal.note(block);
                }
                return block.length();
              },
              cutter);
      file.requireUnchanged();
      int blocks = (int) ((file.sizeBytes() + blockBytes - 1) / blockBytes);
      return isPutTogether(tries, list(journal, blocks), cutter.md5(), journal.size() > 0)
          ? Optional.of(new Sent(file.sizeBytes(), cutter.sha256()))
          : Optional.empty();
    }
  }

  private boolean isPutTogether(Tries tries, Content list, @Nullable String md5, boolean resumed) {
    AtomicBoolean missing = new AtomicBoolean();
    try (BulkConnection connection = transport.connection()) {
      tries.until(
          () -> {
            SasUrl url = address.now();
            Answer answer = connection.send(calls.putBlockList(url, md5), list);
            missing.set(resumed && BlobRefusals.isMissingBlock(answer));
            if (answer.isSuccess() || missing.get()) {
              return Optional.empty();
            }
            if (address.isOutdated(answer, url) && address.isRenewed(url)) {
              return Optional.of(new Tries.Setback(refusal(answer, url), null, true));
            }
            return Optional.of(tries.setback(answer, refusal(answer, url), false));
          });
    }
    return !missing.get();
  }

  private LifelineException refusal(Answer answer, SasUrl url) {
    return address.refusal(answer, url, "put the file together");
  }

  private UploadJournal journal(SourceFile file, int blockBytes, SasUrl url) {
    if (order.journal() == null || order.settings().check() == BlockCheck.NONE) {
      return UploadJournal.none(calls.newUploadId());
    }
    String what = file.sizeBytes() + " " + file.modifiedMillis() + " " + blockBytes + " " + url;
    return UploadJournal.open(order.journal(), what, calls.newUploadId());
  }

  /** All of one length, which the store demands. */
  private static String blockId(UploadJournal journal, int index) {
    String text = journal.uploadId() + String.format(Locale.ROOT, "%08d", index);
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Content list(UploadJournal journal, int blocks) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
    for (int i = 0; i < blocks; i++) {
      xml.append("<Latest>").append(blockId(journal, i)).append("</Latest>");
    }
    return Content.of(Body.text("application/xml", xml.append("</BlockList>").toString()));
  }
}
