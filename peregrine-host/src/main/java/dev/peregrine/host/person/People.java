package dev.peregrine.host.person;

import dev.peregrine.api.HttpCall;
import dev.peregrine.host.exports.Applicant;
import dev.peregrine.host.letters.Writer;
import dev.peregrine.host.resumes.Basics;
import dev.peregrine.host.resumes.Location;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.surveys.Answerer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the current tenant's person says of themselves. */
public final class People {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Databases databases;
  private final InstantSource clock;

  /**
   * Something stored, and which save it is from.
   *
   * @param version 0 where nothing is stored yet
   */
  record Stored<T>(int version, T value) {}

  public People(Databases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(PersonMapper.class);
  }

  Stored<Person> person() {
    return databases.current().read(mappers -> person(mappers.of(PersonMapper.class)));
  }

  private static Stored<Person> person(PersonMapper mapper) {
    return mapper
        .person()
        .map(row -> new Stored<>(row.version(), JSON.readValue(row.document(), Person.class)))
        .orElse(new Stored<>(0, Person.UNKNOWN));
  }

  /** Stores it, unless somebody saved since that version was looked at. */
  boolean save(int seen, Person person) {
    return databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(PersonMapper.class);
              if (person(mapper).version() != seen) {
                return false;
              }
              mapper.savePerson(JSON.writeValueAsString(person), clock.instant());
              return true;
            });
  }

  /** The person in their own words. */
  public Portrait portrait() {
    return Portrait.of(person().value());
  }

  /** Whether the person wants to know what an employer does for disabled people. */
  public boolean asksAboutAccessibility() {
    return person().value().accessibility();
  }

  /** Whether the person wants to know how an employer treats queer people. */
  public boolean asksAboutQueerPeople() {
    return person().value().queer();
  }

  /** The person as far as letters are concerned. */
  public Writer writer() {
    Portrait portrait = portrait();
    return new Writer(
        portrait.name(),
        portrait.voice(),
        portrait.causes().stream()
            .map(cause -> new Writer.Cause(cause.field(), cause.note()))
            .toList(),
        portrait.unnamed()::in);
  }

  /** The person as far as surveys are concerned. */
  public Answerer answerer() {
    Person person = person().value();
    return new Answerer(
        person.matters(),
        person.voice(),
        person.missions().stream()
            .map(
                mission ->
                    mission.note().isBlank()
                        ? mission.domain()
                        : mission.domain() + ": " + mission.note())
            .toList(),
        Portrait.of(person).unnamed());
  }

  /** Changes the words that {@link Portrait} lets change: summary, voice and causes. */
  public void describe(UnaryOperator<Portrait> change) {
    databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(PersonMapper.class);
              Person before = person(mapper).value();
              Person after = change.apply(Portrait.of(before)).onto(before);
              if (!after.equals(before)) {
                mapper.savePerson(JSON.writeValueAsString(after), clock.instant());
              }
              return after;
            });
  }

  Stored<SelfSaid> self() {
    return databases.current().read(mappers -> self(mappers.of(PersonMapper.class)));
  }

  private static Stored<SelfSaid> self(PersonMapper mapper) {
    return mapper
        .self()
        .map(row -> new Stored<>(row.version(), JSON.readValue(row.document(), SelfSaid.class)))
        .orElse(new Stored<>(0, SelfSaid.NOTHING));
  }

  boolean save(int seen, SelfSaid self) {
    return databases
        .current()
        .write(
            mappers -> {
              var mapper = mappers.of(PersonMapper.class);
              if (self(mapper).version() != seen) {
                return false;
              }
              mapper.saveSelf(JSON.writeValueAsString(self), clock.instant());
              return true;
            });
  }

  /**
   * Takes what the person said elsewhere and has not said here; what they said here stays. Of lists
   * that is what is not in them yet.
   *
   * @param store false where only the differences are asked for
   */
  public SaidElsewhere.Taken take(SaidElsewhere said, boolean store) {
    Stored<Person> person = person();
    Stored<SelfSaid> self = self();
    var taking = new Taking(said);
    Person merged = taking.into(person.value());
    SelfSaid mergedSelf = taking.into(self.value());
    if (store && !merged.equals(person.value())) {
      save(person.version(), merged);
    }
    if (store && !mergedSelf.equals(self.value())) {
      save(self.version(), mergedSelf);
    }
    return taking.taken();
  }

  /** Takes from a résumé what the person has not said yet. */
  void fillFrom(ResumeDocument document) {
    Stored<Person> stored = person();
    Person filled = filled(stored.value(), document.basics());
    if (!filled.equals(stored.value())) {
      save(stored.version(), filled);
    }
  }

  static Person filled(Person person, Basics basics) {
    Location place = basics.location().orElse(Location.EMPTY);
    List<Person.Link> links =
        basics.profiles().stream()
            .filter(profile -> profile.url().isPresent())
            .map(
                profile ->
                    new Person.Link(profile.network().orElse("Page"), profile.url().orElse("")))
            .toList();
    return new Person(
        either(person.name(), basics.name()),
        either(person.email(), basics.email()),
        either(person.phone(), basics.phone()),
        either(person.street(), place.address()),
        either(person.postalCode(), place.postalCode()),
        either(person.town(), place.city()),
        either(person.region(), place.region()),
        either(person.country(), place.countryCode()),
        person.links().isEmpty() ? links : person.links(),
        either(person.headline(), basics.label()),
        either(person.summary(), basics.summary()),
        person.voice(),
        person.matters(),
        person.missions(),
        person.hiddenEmployers(),
        person.accessibility(),
        person.queer(),
        person.notice(),
        person.relocation(),
        person.authorisation(),
        person.salary());
  }

  /**
   * Who they are on documents: what they said, and what a résumé says where they did not.
   *
   * @return empty where not even a name is known
   */
  public Optional<Applicant> applicant(Basics basics) {
    Person known = filled(person().value(), basics);
    if (known.name().isBlank()) {
      return Optional.empty();
    }
    String town = (known.postalCode() + " " + known.town()).strip();
    return Optional.of(
        new Applicant(
            known.name(),
            Stream.of(known.street(), town, known.country(), known.phone(), known.email())
                .filter(line -> !line.isBlank())
                .toList(),
            known.links().stream()
                .flatMap(link -> HttpCall.address(link.address()).stream())
                .toList(),
            known.town(),
            known.country()));
  }

  private static String either(String said, Optional<String> read) {
    return said.isEmpty() ? read.orElse("") : said;
  }
}
