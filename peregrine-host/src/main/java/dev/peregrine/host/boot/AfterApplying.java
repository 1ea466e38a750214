package dev.peregrine.host.boot;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.config.CadenceFile;
import dev.peregrine.host.config.CalendarFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.importers.Lists;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.numbers.Figures;
import dev.peregrine.host.numbers.NumbersRoutes;
import dev.peregrine.host.offers.OfferDeadlines;
import dev.peregrine.host.offers.Offers;
import dev.peregrine.host.person.People;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Journeys;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.reminders.Reminders;
import dev.peregrine.host.replies.Replies;
import dev.peregrine.host.replies.ReplyWriting;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.rounds.FeedAddress;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.web.Routes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What comes after an application is sent, wired by constructors over what was there before. */
final class AfterApplying {

  /** What it stands on. */
  record Ground(
      Databases databases,
      Live live,
      InstantSource clock,
      ZoneId zone,
      Tasks tasks,
      Schedules schedules,
      PluginRuntime plugins,
      Contexts contexts,
      OutgoingHttp http,
      ServicesFile services,
      SecretStore secrets,
      Entitlements entitlements,
      Llms llms,
      Jobs jobs,
      Scoring scoring,
      People people,
      Resumes resumes,
      DocumentText documents,
      Tailorings tailorings,
      Letters letters,
      Exports exports,
      Paperwork paperwork) {}

  private final ZoneId zone;
  private final Preparation preparation;
  private final Surveying surveying;
  private final Applications applications;
  private final Contacts contacts;
  private final Rounds rounds;
  private final Researching researching;
  private final Rehearsal rehearsal;
  private final Figures figures;
  private final Routes numberRoutes;
  private final CadenceFile cadence = new CadenceFile();
  private final Reminders reminders;
  private final ReplyWriting replies;
  private final Offers offers;
  private final CalendarFile calendarFile = new CalendarFile();
  private final FeedAddress feedAddress;
  private final Mailing mailing;
  private final Signalling signalling;
  private final Lists lists;

  AfterApplying(Ground ground, Intake intake) {
    zone = ground.zone();
    preparation = new Preparation(ground);
    surveying = new Surveying(ground);
    applications = new Applications(ground.databases(), ground.live(), ground.clock());
    contacts = new Contacts(ground.databases(), ground.live(), ground.clock());
    rounds = new Rounds(ground.databases(), ground.live(), ground.clock());
    researching = new Researching(ground);
    feedAddress = new FeedAddress(ground.secrets(), AfterApplying::unguessable);
    rehearsal =
        new Rehearsal(
            ground, job -> researching.briefs().forJob(job).map(Brief::text), preparation::heard);
    var journeys = new Journeys(ground.databases());
    var preferences = new PreferencesFile();
    figures =
        new Figures(journeys, ground.tailorings(), ground.resumes(), ground.plugins(), preferences);
    numberRoutes =
        new NumbersRoutes(figures, journeys, ground.tailorings(), ground.plugins(), preferences);
    reminders =
        new Reminders(
            ground.databases(),
            ground.live(),
            ground.clock(),
            cadence::current,
            ground.jobs(),
            contacts,
            rounds);
    replies =
        new ReplyWriting(
            new Replies(ground.databases(), ground.live(), ground.clock()),
            ground.jobs(),
            contacts,
            rounds,
            ground.llms(),
            ground.tasks(),
            ground.live(),
            ground.clock(),
            ground.zone(),
            ground.people()::writer);
    offers = new Offers(ground.databases(), ground.live(), ground.clock());
    reminders.add(new OfferDeadlines(offers, ground.jobs()));
    mailing = new Mailing(ground, contacts, researching.briefs());
    signalling = new Signalling(ground, mailing, rounds);
    reminders.add(signalling.asks());
    lists =
        new Lists(
            new Lists.Ground(
                ground.databases(),
                ground.jobs(),
                ground.scoring(),
                intake,
                new Questions(ground.databases(), ground.clock()),
                contacts,
                reminders.own(),
                ground.tasks(),
                ground.zone(),
                ground.clock()));
  }

  private static String unguessable() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** In which the person's days begin where nobody says another. */
  ZoneId zone() {
    return zone;
  }

  /** The mappers that {@link Databases} must know. */
  static List<Class<?>> mappers() {
    return Stream.of(
            Preparation.mappers(),
            Rehearsal.mappers(),
            Researching.mappers(),
            Surveying.mappers(),
            Applications.mappers(),
            Contacts.mappers(),
            Rounds.mappers(),
            Reminders.mappers(),
            Replies.mappers(),
            Offers.mappers(),
            Mailing.mappers(),
            Signalling.mappers(),
            Lists.mappers())
        .flatMap(List::stream)
        .toList();
  }

  Preparation preparation() {
    return preparation;
  }

  Surveying surveying() {
    return surveying;
  }

  Applications applications() {
    return applications;
  }

  Contacts contacts() {
    return contacts;
  }

  CalendarFile calendarFile() {
    return calendarFile;
  }

  FeedAddress feedAddress() {
    return feedAddress;
  }

  Rounds rounds() {
    return rounds;
  }

  Researching researching() {
    return researching;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  Figures figures() {
    return figures;
  }

  Routes numberRoutes() {
    return numberRoutes;
  }

  CadenceFile cadence() {
    return cadence;
  }

  Offers offers() {
    return offers;
  }

  Mailing mailing() {
    return mailing;
  }

  Signalling signalling() {
    return signalling;
  }

  Lists lists() {
    return lists;
  }

  Reminders reminders() {
    return reminders;
  }

  ReplyWriting replies() {
    return replies;
  }
}
