package dev.peregrine.host;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of direction: who may know whom in the host. */
class ArchitectureTest {

  private static final String HOST = "dev.peregrine.host";
  private static final List<String> FEATURES =
      List.of(
          "home",
          "today",
          "people",
          "setup",
          "discovery",
          "review",
          "apply",
          "calendar",
          "calendars",
          "interviews",
          "mail",
          "rehearsal",
          "briefs",
          "intake",
          "digests",
          "catalog",
          "searches",
          "person",
          "proposals",
          "sources",
          "authors",
          "settings",
          "notifications",
          "earlier",
          "importers",
          "backup",
          "palette",
          "feedback",
          "report",
          "rest",
          "survey",
          "numbers",
          "mcp",
          "account",
          "mailbox",
          "connections",
          "depot",
          "prep",
          "trackers",
          "demo");
  private static final List<String> GROUND =
      List.of(
          "pipeline",
          "scoring",
          "classifying",
          "documents",
          "resumes",
          "evidence",
          "questions",
          "debriefs",
          "letters",
          "applications",
          "contacts",
          "mails",
          "matching",
          "leads",
          "signals",
          "spoken",
          "imap",
          "integrations",
          "depots",
          "tracking",
          "notices",
          "programs",
          "oauth",
          "reminders",
          "replies",
          "rounds",
          "agenda",
          "offers",
          "invitations",
          "practice",
          "research",
          "exports",
          "tasks",
          "plugins",
          "config",
          "tenancy",
          "sessions",
          "snapshots",
          "liveness",
          "employers",
          "secrets",
          "tiers",
          "platform",
          "nodes",
          "telemetry",
          "schedules",
          "due",
          "places",
          "hardware",
          "llm",
          "tailoring",
          "injections",
          "surveys",
          "stories");
  private static final List<String> BASE =
      List.of("web", "storage", "http", "live", "texts", "shares");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.peregrine");

  @Test
  void nobodyDependsOnBoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOST + ".boot..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOST + ".boot..")
        .because("boot wires everything; who needs something from it gets it by constructor")
        .check(CLASSES);
  }

  @Test
  void groundDoesNotKnowFeatures() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(GROUND))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(FEATURES))
        .because("a feature can be taken out without touching the ground")
        .check(CLASSES);
  }

  @Test
  void baseDoesNotKnowWhatStandsOnIt() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(BASE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(packages(Stream.concat(FEATURES.stream(), GROUND.stream()).toList()))
                .and(resideOutsideOfPackages(HOST + ".tenancy..")))
        .because("base is about files, sockets and pages; tenancy is what all of it is bound to")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(HOST + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> edgesStayAtTheEdge() {
    return Stream.of(
        edge("io.javalin..", "the web edge is Javalin's", "web", "Routes", "Pages"),
        edge("gg.jte..", "templates are rendered in one place", "web", "Generated"),
        edge("org.apache.ibatis..", "SQL stands in mappers", "storage", "Mapper"),
        edge("java.sql..", "SQL stands in mappers", "storage", "Mapper"),
        edge("com.zaxxer..", "connections are pooled in one place", "storage"),
        edge("org.flywaydb..", "tables of servers are made in one place", "storage"),
        edge("com.github.kagkarlsson..", "nodes share what is due in one place", "due"),
        edge("org.postgresql..", "servers are asked in one place", "storage"),
        edge("org.pf4j..", "another plugin library touches one package", "plugins"),
        edge("okhttp3..", "calls go out in one place", "http"),
        edge("picocli..", "the command line is boot's", "boot"),
        edge(
            "org.snakeyaml..",
            "configuration files are read in one place",
            "config",
            "YamlDecisions",
            "recipes\\.Recipe(Part|Text)",
            "demo\\.Told"),
        edge("com.ibm.icu..", "languages are told apart in one place", "texts"),
        edge("net.lingala.zip4j..", "archives are packed by two", "backup", "snapshots\\.Archive"),
        edge("software.amazon..", "objects are kept in one place", "snapshots"),
        edge("com.cronutils..", "times are reckoned in one place", "schedules"),
        edge("com.nimbusds..", "signatures are checked in one place", "tiers", "sessions\\..*"),
        edge("io.modelcontextprotocol..", "assistants are spoken with in one place", "mcp"),
        edge("reactor..", "nobody else needs streams of a library", "mcp"),
        edge("org.apache.tika..", "documents are read in one place", "documents"),
        edge("org.apache.pdfbox..", "documents are read in one place", "documents"),
        edge("org.apache.poi..", "documents are read in one place", "documents"));
  }

  private static DynamicTest edge(
      String library, String because, String owner, String... classNameEndings) {
    String endings =
        classNameEndings.length == 0
            ? "(?!)"
            : ".*(" + String.join("|", classNameEndings) + ")(\\$.*)?";
    DescribedPredicate<JavaClass> others =
        resideOutsideOfPackages(HOST + "." + owner + "..", HOST + ".boot..")
            .and(DescribedPredicate.not(nameMatching(endings)));
    return DynamicTest.dynamicTest(
        library + " only in " + owner,
        () ->
            noClasses()
                .that(others)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(because)
                .check(CLASSES));
  }

  @Test
  void onlyBootReadsClockEnvironmentZoneAndChance() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOST + ".boot..")
        .and()
        .resideInAPackage(HOST + "..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(Math.class, "random")
        .because("time, chance and environment come in as arguments, so that tests can set them")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineWritesToStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages(HOST + ".boot..")
        .and(DescribedPredicate.not(nameMatching(".*\\.ReadDocument")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("a log can be read later, a lost line cannot")
        .check(CLASSES);
  }

  @Test
  void tiersAreComparedInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOST + ".tiers..")
        .should()
        .callMethod("dev.peregrine.host.tiers.Tier", "compareTo", "java.lang.Enum")
        .orShould()
        .callMethod("dev.peregrine.host.tiers.Tier", "ordinal")
        .orShould()
        .callMethod("dev.peregrine.host.tiers.Tier", "valueOf", "java.lang.String")
        .orShould(accessConstantsOfTier())
        .because("canUse decides; whoever compares tiers has a second opinion")
        .check(CLASSES);
    noClasses()
        .that(DescribedPredicate.not(nameMatching(".*\\.tiers\\.(Features|Feature|Tier)")))
        .should()
        .callMethod("dev.peregrine.host.tiers.Tier", "reaches", "dev.peregrine.host.tiers.Tier")
        .orShould()
        .callMethod("dev.peregrine.host.tiers.Feature", "least")
        .because("within the package, too, only canUse decides")
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> accessConstantsOfTier() {
    return new ArchCondition<>("name a tier") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getFieldAccessesFromSelf().stream()
            .filter(access -> access.getTargetOwner().getName().endsWith(".tiers.Tier"))
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
      }
    };
  }

  @Test
  void textsAreNotAskedForWhileAClassIsLoaded() {
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getOrigin().getName().equals("<clinit>"))
                .filter(call -> !call.isDeclaredInLambda())
                .filter(call -> call.getTargetOwner().getName().endsWith(".texts.Texts"))
                .map(Object::toString))
        .as("a constant would be in one language for ever")
        .isEmpty();
  }

  @Test
  void theHostNamesNoPlugin() {
    noClasses()
        .that()
        .resideInAPackage(HOST + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.peregrine.plugin..")
        .because("a plugin is reached through the API only")
        .check(CLASSES);
  }

  @Test
  void theImportSawTheClasses() {
    for (String part : Stream.of(FEATURES, GROUND, BASE).flatMap(List::stream).toList()) {
      assertThat(CLASSES.that(resideInAnyPackage(HOST + "." + part + "..")))
          .as("classes of %s", part)
          .isNotEmpty();
    }
    assertThat(CLASSES.that(resideInAnyPackage("dev.peregrine.api.."))).isNotEmpty();
    classes().should().resideInAPackage("dev.peregrine..").check(CLASSES);
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> HOST + "." + name + "..").toArray(String[]::new);
  }
}
