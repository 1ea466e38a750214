package dev.peregrine.api.surface;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that every type of the API keeps. */
class ApiShapeTest {

  private static final String API = "dev.peregrine.api";

  private static final JavaClasses CLASSES = new ClassFileImporter().importPath(ApiClasses.root());

  private static final Set<String> BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

  /** Types of which no instance can be changed. */
  private static final Set<Class<?>> UNCHANGING =
      Set.of(String.class, Pattern.class, Currency.class, DateTimeFormatter.class);

  @Test
  void whatPluginsSeeIsInterfacesRecordsEnumsAnnotationsAndFinalExceptions() {
    classes()
        .that(describe("can be seen by plugins", ApiShapeTest::isVisible))
        .should()
        .beInterfaces()
        .orShould()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould(ArchConditions.be(describe("final exceptions", ApiShapeTest::isFinalException)))
        .because("a class with behaviour could never change again once plugins extend it")
        .check(CLASSES);
  }

  @Test
  void theApiNeedsNothingButTheBaseOfTheJdk() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe("are neither in java.base nor of the API", ApiShapeTest::isForeign))
        .because("a plugin may bring any library in any version, and the host may change its own")
        .check(CLASSES);
  }

  @Test
  void theModuleNeedsNothingButTheBaseOfTheJdk() {
    assertThat(descriptor().requires())
        .filteredOn(
            needed -> !needed.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactly("java.base");
  }

  @Test
  void everyPackageIsExportedToEveryPlugin() {
    Set<String> exported =
        descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    assertThat(exported)
        .isEqualTo(
            ApiClasses.visible().stream().map(Class::getPackageName).collect(Collectors.toSet()));
  }

  @Test
  void nothingStaticCanBeChanged() throws IllegalAccessException {
    for (Class<?> type : ApiClasses.all()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          assertThat(Modifier.isFinal(field.getModifiers())).as("%s is final", field).isTrue();
          field.setAccessible(true);
          assertThat(isUnchanging(field.get(null))).as("%s cannot be changed", field).isTrue();
        }
      }
    }
  }

  @Test
  void typesAreFewEnoughToBeRead() {
    assertThat(ApiClasses.visible())
        .filteredOn(type -> type.getDeclaringClass() == null)
        .hasSizeLessThanOrEqualTo(70);
  }

  @Test
  void theseRulesSawTheApi() {
    assertThat(CLASSES.stream().map(JavaClass::getName).filter(name -> !name.endsWith("-info")))
        .containsExactlyInAnyOrderElementsOf(
            ApiClasses.all().stream().map(Class::getName).toList());
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrder(
            API,
            API + ".board",
            API + ".export",
            API + ".integration",
            API + ".llm",
            API + ".mail",
            API + ".scoring");
    assertThat(CLASSES.stream().filter(ApiShapeTest::isVisible))
        .extracting(JavaClass::getSimpleName)
        .contains(
            "JobBoard",
            "Scorer",
            "LlmBackend",
            "Integration",
            "Exporter",
            "EmailClassifier",
            "Posting",
            "ExtensionException");
  }

  private static ModuleDescriptor descriptor() {
    return ModuleFinder.of(ApiClasses.root()).find("peregrine.api").orElseThrow().descriptor();
  }

  private static boolean isVisible(JavaClass type) {
    boolean open =
        type.getModifiers().contains(JavaModifier.PUBLIC)
            || type.getModifiers().contains(JavaModifier.PROTECTED);
    return open && type.getEnclosingClass().map(ApiShapeTest::isVisible).orElse(true);
  }

  private static boolean isFinalException(JavaClass type) {
    return type.isAssignableTo(Exception.class) && type.getModifiers().contains(JavaModifier.FINAL);
  }

  private static boolean isForeign(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    boolean own = name.equals(API) || name.startsWith(API + ".");
    return !(type.getBaseComponentType().isPrimitive()
        || own
        || BASE.contains(name)
        || name.equals("org.jspecify.annotations"));
  }

  private static boolean isUnchanging(Object value) {
    return switch (value) {
      case Number number -> number.getClass().getModule().getName().equals("java.base");
      case Boolean flag -> true;
      case Enum<?> constant -> true;
      case Collection<?> items ->
          isOfImmutableCollections(items) && items.stream().allMatch(ApiShapeTest::isUnchanging);
      case Map<?, ?> entries ->
          isOfImmutableCollections(entries)
              && entries.keySet().stream().allMatch(ApiShapeTest::isUnchanging)
              && entries.values().stream().allMatch(ApiShapeTest::isUnchanging);
      default -> UNCHANGING.contains(value.getClass());
    };
  }

  /** What {@code List.of}, {@code Map.copyOf} and their kin make. */
  private static boolean isOfImmutableCollections(Object collection) {
    return collection.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }
}
