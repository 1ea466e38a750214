package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import jakarta.mail.MessagingException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * A folder that was opened for looking. Messages are asked for by UID and in the words of the
 * protocol: what the library would do by itself loads more than is wanted, or sets a flag.
 */
public final class OpenFolder implements AutoCloseable {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  private final MailAccount account;
  private final IMAPFolder folder;

  OpenFolder(MailAccount account, IMAPFolder folder) {
    this.account = account;
    this.folder = folder;
  }

  /** What is said of a message without its content. */
  record Head(long uid, Optional<Instant> received, long size) {}

  /** A message whole. */
  record Whole(long uid, InputStream bytes) {}

  String name() {
    return folder.getFullName();
  }

  /** Whose numbers they are: another one means that all others are new. */
  long uidValidity() throws MailException {
    return asking(folder::getUIDValidity);
  }

  /** The number that the next message gets; empty where the server does not say. */
  OptionalLong nextUid() throws MailException {
    long next = asking(folder::getUIDNext);
    return next > 0 ? OptionalLong.of(next) : OptionalLong.empty();
  }

  /** The state of the folder, where the server counts them. */
  OptionalLong modSeq() throws MailException {
    long state = asking(folder::getHighestModSeq);
    return state > 0 ? OptionalLong.of(state) : OptionalLong.empty();
  }

  /** How many messages it holds. */
  int messages() throws MailException {
    return asking(folder::getMessageCount);
  }

  /** The numbers of all messages that the server got on that day or later, in ascending order. */
  List<Long> since(LocalDate day) throws MailException {
    return numbers("UID SEARCH SINCE " + DAY.format(day));
  }

  /** Whether that message is still there. */
  boolean has(long uid) throws MailException {
    return numbers("UID SEARCH UID " + uid).contains(uid);
  }

  private List<Long> numbers(String command) throws MailException {
    var numbers = new ArrayList<Long>();
    for (Response response : asked(command)) {
      if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
        for (long uid = found.readLong(); uid != -1; uid = found.readLong()) {
          numbers.add(uid);
        }
      }
    }
    return numbers.stream().distinct().sorted().toList();
  }

  /** What is said of messages; those that are gone are left out. */
  List<Head> heads(Collection<Long> uids) throws MailException {
    var heads = new ArrayList<Head>();
    for (FetchResponse fetched : fetched(uids, "(UID INTERNALDATE RFC822.SIZE)")) {
      UID uid = fetched.getItem(UID.class);
      INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
      RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
      if (uid != null && uids.contains(uid.uid)) {
        Optional<Instant> received =
            Optional.ofNullable(date).map(INTERNALDATE::getDate).map(Date::toInstant);
        heads.add(new Head(uid.uid, received, size == null ? 0 : size.size));
      }
    }
    return heads;
  }

  /** Messages whole; those that are gone, or that the server cannot give, are left out. */
  List<Whole> whole(Collection<Long> uids) throws MailException {
    var whole = new ArrayList<Whole>();
    for (FetchResponse fetched : fetched(uids, "(UID BODY.PEEK[])")) {
      UID uid = fetched.getItem(UID.class);
      BODY body = fetched.getItem(BODY.class);
      if (uid != null && body != null && body.getByteArray() != null) {
        whole.add(new Whole(uid.uid, body.getByteArrayInputStream()));
      }
    }
    return whole;
  }

  /**
   * Has the server show the beginning of a message that it could give before.
   *
   * @throws MailException where it cannot now, or there is none
   */
  void prove(Collection<Long> known) throws MailException {
    Optional<Long> one = known.stream().max(Long::compare);
    if (one.isEmpty() || piece(one.get(), 0, 16).getCount() == 0) {
      throw new MailException(
          MailException.Kind.UNREACHABLE,
          "\"%s\" breaks the connection where it should give a mail of \"%s\". Look whether another mail program can show all mails of that folder; it is tried again later."
              .formatted(account.server().host(), name()));
    }
  }

  /** A message in pieces, so that only one of them is in memory at a time. */
  InputStream pieces(Head head) {
    return new PieceStream(head.size(), (from, size) -> piece(head.uid(), from, size));
  }

  private ByteArray piece(long uid, long from, int size) throws MailException {
    for (FetchResponse fetched :
        fetched(List.of(uid), "(UID BODY.PEEK[]<%d.%d>)".formatted(from, size))) {
      UID which = fetched.getItem(UID.class);
      BODY body = fetched.getItem(BODY.class);
      if (which != null && which.uid == uid && body != null && body.getByteArray() != null) {
        return body.getByteArray();
      }
    }
    return new ByteArray(0);
  }

  private List<FetchResponse> fetched(Collection<Long> uids, String items) throws MailException {
    var fetched = new ArrayList<FetchResponse>();
    for (Response response : asked("UID FETCH " + ranges(uids) + " " + items)) {
      if (response instanceof FetchResponse one) {
        fetched.add(one);
      }
    }
    return fetched;
  }

  /** Numbers as the protocol writes them: {@code 1:4,7}. */
  static String ranges(Collection<Long> uids) {
    var ranges = new ArrayList<long[]>();
    for (long uid : uids.stream().sorted().toList()) {
      if (!ranges.isEmpty() && ranges.getLast()[1] == uid - 1) {
        ranges.getLast()[1] = uid;
      } else {
        ranges.add(new long[] {uid, uid});
      }
    }
    return ranges.stream()
        .map(range -> range[0] == range[1] ? "" + range[0] : range[0] + ":" + range[1])
        .collect(Collectors.joining(","));
  }

  private Response[] asked(String command) throws MailException {
    return asking(() -> (Response[]) folder.doCommand(protocol -> asked(protocol, command)));
  }

  private static Response[] asked(IMAPProtocol protocol, String command) throws ProtocolException {
    Response[] responses = protocol.command(command, null);
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return responses;
  }

  /**
   * Waits until the server tells something of the folder.
   *
   * @param longest after which the server is asked whether it is still there
   * @param answer how long it has for that; then the connection is cut
   * @return false where it told nothing
   */
  boolean listen(Duration longest, Duration answer, Runnable cut)
      throws MailException, InterruptedException {
    var heard = new CountDownLatch(1);
    var asked = new AtomicBoolean();
    Thread guard =
        Thread.ofVirtual()
            .name("mail-listen-guard")
            .start(() -> guard(longest, answer, cut, heard, asked));
    try {
      asking(
          () -> {
            folder.idle(true);
            return true;
          });
      return !asked.get();
    } finally {
      heard.countDown();
      guard.join();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private void guard(
      Duration longest, Duration answer, Runnable cut, CountDownLatch heard, AtomicBoolean asked) {
    try {
      if (heard.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      asked.set(true);
      // Any command ends the waiting. Should that not help, nothing but cutting does.
      Thread asking = Thread.ofVirtual().name("mail-listen-ask").start(this::ask);
      if (!heard.await(answer.toMillis(), TimeUnit.MILLISECONDS)) {
        cut.run();
      }
      asking.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() {
    try {
      var _ =
          folder.doCommand(
              protocol -> {
                protocol.noop();
                return true;
              });
    } catch (MessagingException | IllegalStateException gone) {
      // Whoever listens hears of it.
    }
  }

  /** A question to the server. */
  private interface Question<T> {
    T ask() throws MessagingException;
  }

  private <T> T asking(Question<T> question) throws MailException {
    try {
      return question.ask();
    } catch (MessagingException | IllegalStateException failed) {
      throw Failures.of(account, failed);
    }
  }

  @Override
  public void close() {
    try {
      if (folder.isOpen()) {
        // Without expunging; the folder is open for looking only.
        folder.close(false);
      }
    } catch (MessagingException | IllegalStateException gone) {
      // The connection went away, and the folder with it.
    }
  }
}
