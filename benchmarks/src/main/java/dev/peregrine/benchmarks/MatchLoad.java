package dev.peregrine.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.peregrine.api.Posting;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.MailNotes;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.MailFilter;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailStep.Turn;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.ReadMail;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the applications of many mails: {@code MatchLoad [mails] [applications]}. A third come from
 * the employers' domains, a third from systems for applications, a third from elsewhere; each has
 * 300 words, and every fifth answers another.
 */
public final class MatchLoad {

  private static final int AT_ONCE = 200;
  private static final String WORDS =
      "thank you for your time we would like to hear from you about the next steps of our process "
          + "please let us know what suits you best and have a look at the text below the team reads "
          + "every letter with care and answers within two weeks kind regards from all of us ";

  private MatchLoad() {}

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    int applications = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    Path home = Files.createTempDirectory("match-load");
    var live = new Live();
    var clock = InstantSource.system();
    List<Class<?>> mappers =
        Stream.of(Jobs.mappers(), Mails.mappers(), Contacts.mappers(), Matching.mappers())
            .<Class<?>>flatMap(List::stream)
            .toList();
    try (var databases = new Databases(mappers, clock)) {
      var jobs = new Jobs(databases, live, clock);
      var mails = new Mails(databases, live, clock);
      var arrivals = new Arrivals(mails);
      var matching =
          new Matching(
              databases,
              mails,
              arrivals,
              jobs,
              new Contacts(databases, live, clock),
              new MailNotes(databases, live, clock),
              Map::of,
              clock);
      new Tenant("load", home)
          .calling(
              () -> {
                apply(jobs, applications);
                List<Long> ids = store(mails, count, applications);
                time("first, cold", ids, arrivals, Turn.THREAD);
                time("again, warm", ids, arrivals, Turn.MATCH);
                long start = System.nanoTime();
                int found = matching.candidates(ids.getFirst()).size();
                System.out.printf(
                    "candidates of one: %d ms (%d)%n",
                    (System.nanoTime() - start) / 1_000_000, found);
                System.out.println(
                    mails.page(MailFilter.ALL, Optional.empty(), count).stream()
                            .filter(row -> row.job().isPresent())
                            .count()
                        + " of "
                        + count
                        + " belong to an application");
                return count;
              });
    }
  }

  private static void apply(Jobs jobs, int applications) {
    var found = new ArrayList<Found>();
    for (int i = 0; i < applications; i++) {
      found.add(
          new Found(
              Posting.of("p" + i, title(i), URI.create("https://" + domain(i) + "/jobs/" + i))
                  .withCompany(Optional.of(company(i))),
              "load",
              OptionalLong.empty(),
              Optional.empty()));
    }
    List<Long> ids = jobs.store(found).stream().map(stored -> stored.job()).toList();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      jobs.move(
          ids.subList(from, Math.min(from + AT_ONCE, ids.size())), Stage.APPLIED, Optional.empty());
    }
  }

  private static String company(int i) {
    return "Corvid" + Integer.toString(i / 2, 36) + " Works GmbH";
  }

  private static String domain(int i) {
    return "corvid" + Integer.toString(i / 2, 36) + "-works.example";
  }

  private static String title(int i) {
    return (i % 2 == 0 ? "Designer " : "Accountant ") + "Branch " + i;
  }

  private static List<Long> store(Mails mails, int count, int applications) {
    MailFolder inbox = mails.folder("load", "INBOX", FolderRole.INBOX);
    var random = new Random(7);
    var ids = new ArrayList<Long>();
    for (int from = 0; from < count; from += AT_ONCE) {
      var batch = new ArrayList<Incoming>();
      for (int i = from; i < Math.min(from + AT_ONCE, count); i++) {
        batch.add(new Incoming(Optional.empty(), Optional.empty(), mail(i, random, applications)));
      }
      ids.addAll(mails.store(inbox, batch));
    }
    return ids;
  }

  private static ReadMail mail(int i, Random random, int applications) {
    int job = random.nextInt(applications);
    String sender =
        switch (i % 3) {
          case 0 -> "someone" + job % 9 + "@" + domain(job);
          case 1 -> "no-reply@us.greenhouse-mail.io";
          default -> "person" + i + "@elsewhere" + i % 50 + ".example";
        };
    String text =
        WORDS.repeat(6) + (i % 3 == 2 ? "" : "about your application as " + title(job) + ". ");
    return new ReadMail(
        Optional.of("m" + i + "@load"),
        i % 5 == 4 ? List.of("m" + (i - 1) + "@load") : List.of(),
        Optional.of(new Address(sender, Optional.of(i % 3 == 1 ? company(job) : "Some Person"))),
        List.of(Address.of("me@home.example")),
        "Mail " + i,
        Optional.empty(),
        text,
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        text.length(),
        Set.of());
  }

  private static void time(String what, List<Long> ids, Arrivals arrivals, Turn first) {
    long start = System.nanoTime();
    long cpu = cpu();
    try {
      for (int from = 0; from < ids.size(); from += AT_ONCE) {
        arrivals.over(ids.subList(from, Math.min(from + AT_ONCE, ids.size())), first);
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    System.out.printf(
        "%s: %d mails in %d ms, %d ms of CPU%n",
        what, ids.size(), (System.nanoTime() - start) / 1_000_000, (cpu() - cpu) / 1_000_000);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
