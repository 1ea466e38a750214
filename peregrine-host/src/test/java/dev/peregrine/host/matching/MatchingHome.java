package dev.peregrine.host.matching;

import dev.peregrine.api.Posting;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.MailNotes;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.ReadMail;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;

/** Mails, jobs and contacts over a database of a test. */
final class MatchingHome implements AutoCloseable {

  static final String ME = "kim@home.example";

  final TestHome home;
  final Jobs jobs;
  final Mails mails;
  final Arrivals arrivals;
  final Contacts contacts;
  final Matching matching;
  final Map<String, String> sites = new HashMap<>();
  private int numbers;

  MatchingHome(Path folder) {
    home = new TestHome(folder);
    var live = new Live();
    jobs = new Jobs(home.databases(), live, home.clock());
    mails = new Mails(home.databases(), live, home.clock());
    arrivals = new Arrivals(mails);
    contacts = new Contacts(home.databases(), live, home.clock());
    matching =
        new Matching(
            home.databases(),
            mails,
            arrivals,
            jobs,
            contacts,
            new MailNotes(home.databases(), live, home.clock()),
            () -> sites,
            home.clock());
  }

  /** Does it for the test's tenant. */
  <T> T in(Callable<T> work) {
    return home.with(
        () -> {
          try {
            return work.call();
          } catch (Exception failed) {
            throw new AssertionError(failed);
          }
        });
  }

  /** A posting that is known. */
  long posting(String company, String title, String address) {
    numbers++;
    Posting posting =
        Posting.of("n" + numbers, title, URI.create(address)).withCompany(Optional.of(company));
    return in(
        () ->
            jobs.store(
                    List.of(new Found(posting, "village", OptionalLong.empty(), Optional.empty())))
                .getFirst()
                .job());
  }

  /** One for which the person applied. */
  long application(String company, String title, String address) {
    long job = posting(company, title, address);
    apply(job);
    return job;
  }

  void apply(long job) {
    in(() -> jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
  }

  /** A mail on its way. */
  Draft from(String name, String address) {
    return new Draft(new Address(address, Optional.of(name)));
  }

  Draft own(String to) {
    Draft draft = new Draft(Address.of(ME));
    draft.to = to;
    draft.role = FolderRole.SENT;
    return draft;
  }

  final class Draft {
    private final Address from;
    private String to = ME;
    private FolderRole role = FolderRole.INBOX;
    private Optional<String> id = Optional.empty();
    private List<String> references = List.of();
    private Map<String, String> headers = Map.of();
    private Instant at = home.now();

    private Draft(Address from) {
      this.from = from;
    }

    Draft id(String messageId) {
      id = Optional.of(messageId);
      return this;
    }

    Draft answers(String... ids) {
      references = List.of(ids);
      return this;
    }

    Draft header(String name, String value) {
      headers = Map.of(name, value);
      return this;
    }

    Draft into(FolderRole where) {
      role = where;
      return this;
    }

    Draft at(Instant when) {
      at = when;
      return this;
    }

    ReadMail read(String subject, String text) {
      return new ReadMail(
          id,
          references,
          Optional.of(from),
          List.of(Address.of(to)),
          subject,
          Optional.of(at),
          text,
          "",
          Optional.empty(),
          List.of(),
          List.of(),
          headers,
          text.length(),
          Set.of());
    }

    long comes(String subject, String text) {
      return in(
          () -> {
            MailFolder folder = mails.folder("home", role.key(), role);
            return arrivals
                .take(
                    folder,
                    List.of(new Incoming(Optional.empty(), Optional.of(at), read(subject, text))))
                .getFirst();
          });
    }
  }

  Mail mail(long id) {
    return in(() -> mails.findById(id).orElseThrow());
  }

  /** To which job a mail belongs, and why. */
  String belongs(long id) {
    return mail(id)
        .belonging()
        .map(belonging -> belonging.job() + " " + belonging.reason())
        .orElse("none");
  }

  @Override
  public void close() {
    home.close();
  }
}
