package dev.peregrine.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of direction for one plugin, run by every contract over the classes that lie beside the
 * extension's.
 */
public final class PluginArchitecture {

  private static final Set<String> FORBIDDEN_CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis/0",
          "java.lang.System.nanoTime/0",
          "java.lang.System.getenv/0",
          "java.lang.System.getenv/1",
          "java.lang.System.getProperty/1",
          "java.lang.System.getProperty/2",
          "java.lang.System.exit/1",
          "java.lang.System.setProperty/2",
          "java.lang.Runtime.exit/1",
          "java.lang.Runtime.halt/1",
          "java.lang.Math.random/0",
          "java.lang.Throwable.printStackTrace/0",
          "java.lang.String.toLowerCase/0",
          "java.lang.String.toUpperCase/0",
          "java.time.Clock.systemUTC/0",
          "java.time.Clock.systemDefaultZone/0",
          "java.time.InstantSource.system/0",
          "java.time.Instant.now/0",
          "java.time.LocalDate.now/0",
          "java.time.LocalDate.now/1",
          "java.time.LocalDateTime.now/0",
          "java.time.OffsetDateTime.now/0",
          "java.time.ZonedDateTime.now/0",
          "java.time.ZoneId.systemDefault/0",
          "java.util.TimeZone.getDefault/0",
          "java.util.Locale.getDefault/0",
          "java.util.Date.<init>/0",
          "java.util.UUID.randomUUID/0");

  private static final Set<String> RANDOM =
      Set.of(
          "java.util.Random",
          "java.security.SecureRandom",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final Set<String> CHANGEABLE =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.EnumSet",
          "java.util.Date",
          "java.util.Calendar",
          "java.text.SimpleDateFormat",
          "java.text.NumberFormat",
          "java.text.DecimalFormat",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal");

  private PluginArchitecture() {}

  /** A test for each rule. */
  public static Stream<DynamicTest> tests(Class<?> extension) {
    JavaClasses plugin = read(extension);
    return Stream.concat(
        Stream.of(
            DynamicTest.dynamicTest(
                "the rules see the extension's class",
                () -> assertThat(plugin.contain(extension)).isTrue())),
        rules(extension.getPackageName()).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(plugin))));
  }

  private static JavaClasses read(Class<?> extension) {
    URL place = extension.getProtectionDomain().getCodeSource().getLocation();
    return new ClassFileImporter().importUrls(List.of(place));
  }

  private static Map<String, ArchRule> rules(String ownPackage) {
    return Map.of(
        "it sees nothing of the host",
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.peregrine.host..", "dev.peregrine.testkit..")
            .because("a plugin speaks with the host only through the API"),
        "it sees nothing of other plugins",
        noClasses()
            .should()
            .dependOnClassesThat(
                describe(
                    "belong to another plugin",
                    seen ->
                        seen.getPackageName().startsWith("dev.peregrine.plugin.")
                            && !seen.getPackageName().startsWith(ownPackage)))
            .because("each plugin is loaded alone"),
        "only its extensions are public",
        classes()
            .that(describe("are public and not nested", PluginArchitecture::isPublicTopLevel))
            .should(
                ArchCondition.from(
                    describe("implement an extension point", PluginArchitecture::isExtension)))
            .because("nobody else may use a plugin's classes"),
        "it keeps no state",
        fields()
            .that(describe("hold state", PluginArchitecture::holdsState))
            .should(beConstant())
            .because("one instance serves all tenants from many threads at once"),
        "it takes clock, chance, zone and environment from its context",
        noClasses()
            .should()
            .accessTargetWhere(
                describe(
                    "reads clock, chance, zone or environment", PluginArchitecture::isForbidden))
            .because("a test must be able to set them"),
        "it does not write to the standard streams",
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the context lends a log"));
  }

  private static boolean isPublicTopLevel(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass();
  }

  private static boolean isExtension(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .anyMatch(point -> point.getPackageName().startsWith("dev.peregrine.api"));
  }

  /** Static fields, and every field of an extension; not what the compiler adds. */
  private static boolean holdsState(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
        && (field.getModifiers().contains(JavaModifier.STATIC) || isExtension(field.getOwner()));
  }

  private static ArchCondition<JavaField> beConstant() {
    return new ArchCondition<>("be final and of an unchangeable type") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean constant =
            field.getModifiers().contains(JavaModifier.FINAL)
                && !type.isArray()
                && !CHANGEABLE.contains(type.getName())
                && !type.getPackageName().startsWith("java.util.concurrent");
        events.add(
            new SimpleConditionEvent(
                field, constant, "%s is not a constant".formatted(field.getFullName())));
      }
    };
  }

  private static boolean isForbidden(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    if (RANDOM.contains(owner)) {
      return true;
    }
    int parameters =
        access.getTarget() instanceof CodeUnitAccessTarget unit
            ? unit.getRawParameterTypes().size()
            : -1;
    return FORBIDDEN_CALLS.contains(owner + "." + access.getName() + "/" + parameters);
  }
}
