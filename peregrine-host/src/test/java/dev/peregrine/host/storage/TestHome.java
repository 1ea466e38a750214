package dev.peregrine.host.storage;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.classifying.Classifying;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.leads.Digests;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.offers.Offers;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.replies.Replies;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.shares.Meter;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.surveys.Surveys;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A real database in a folder of a test, and a clock that the test sets. */
public final class TestHome implements AutoCloseable {

  private final Databases databases;
  private final Tenant tenant;
  private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

  public TestHome(Path folder) {
    this.databases =
        new Databases(mappers(), clock(), Databases.Limits.usual(), TestFormat.of(folder));
    this.tenant = new Tenant("test", folder);
  }

  public static List<Class<?>> mappers() {
    List<Class<?>> all = new ArrayList<>(Jobs.mappers());
    all.addAll(Tasks.mappers());
    all.addAll(Llms.mappers());
    all.addAll(Resumes.mappers());
    all.addAll(Letters.mappers());
    all.addAll(Applications.mappers());
    all.addAll(Tailorings.mappers());
    all.addAll(Questions.mappers());
    all.addAll(Offers.mappers());
    all.addAll(Practice.mappers());
    all.addAll(Briefs.mappers());
    all.addAll(Surveys.mappers());
    all.addAll(Stories.mappers());
    all.addAll(Debriefs.mappers());
    all.addAll(Contacts.mappers());
    all.addAll(Reminders.mappers());
    all.addAll(Replies.mappers());
    all.addAll(Rounds.mappers());
    all.addAll(Mails.mappers());
    all.addAll(Matching.mappers());
    all.addAll(Classifying.mappers());
    all.addAll(Digests.mappers());
    all.addAll(Signals.mappers());
    all.addAll(Outbox.mappers());
    all.addAll(Meter.mappers());
    return all;
  }

  /** Makes a database as an earlier version left it. */
  public static void older(Path folder, int schema) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2025-11-20T10:00:00Z"));
    try (var databases =
        new Databases(
            List.of(),
            clock,
            Databases.Limits.usual(),
            FileFormat.plain(),
            MigrationFiles.all().subList(0, schema))) {
      new Tenant("older", folder).run(() -> databases.current().write(mappers -> schema));
    }
  }

  public Databases databases() {
    return databases;
  }

  public Tenant tenant() {
    return tenant;
  }

  public InstantSource clock() {
    return () -> now;
  }

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Does it for the test's tenant. */
  public <T> T with(Supplier<T> work) {
    return tenant.calling(work::get);
  }

  public void run(Runnable work) {
    tenant.run(work);
  }

  @Override
  public void close() {
    databases.close();
  }
}
