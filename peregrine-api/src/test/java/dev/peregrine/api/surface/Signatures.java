package dev.peregrine.api.surface;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The API as text: a line for each type and each of its members that a plugin can see. Names of
 * {@code java.lang} and of the API's own package are shortened, everything else is written out.
 */
final class Signatures {

  private Signatures() {}

  static List<String> of(Collection<Class<?>> types) {
    var lines = new TreeSet<String>();
    for (Class<?> type : types) {
      lines.add(name(type) + " : " + typeLine(type));
      Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
          .flatMap(Arrays::stream)
          .map(Member.class::cast)
          .filter(member -> isVisible(member) && !member.isSynthetic() && !isImplied(member))
          .map(member -> name(type) + "." + memberLine(member))
          .forEach(lines::add);
    }
    return List.copyOf(lines);
  }

  private static boolean isVisible(Member member) {
    return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
  }

  /** What every record and every enum has. */
  private static boolean isImplied(Member member) {
    Class<?> type = member.getDeclaringClass();
    return member instanceof Method
        && (type.isRecord() && Set.of("equals", "hashCode", "toString").contains(member.getName())
            || type.isEnum() && Set.of("values", "valueOf").contains(member.getName()));
  }

  private static String typeLine(Class<?> type) {
    return words(
        type.isSealed() ? "sealed" : "",
        Modifier.isFinal(type.getModifiers()) && kind(type).equals("class") ? "final" : "",
        kind(type) + typeParameters(type.getTypeParameters()),
        list(
            "extends",
            type.isRecord() || type.isEnum() || type.isInterface()
                ? new Type[0]
                : superclass(type)),
        list(type.isInterface() ? "extends" : "implements", type.getGenericInterfaces()),
        list("permits", type.isSealed() ? type.getPermittedSubclasses() : new Type[0]));
  }

  private static Type[] superclass(Class<?> type) {
    return new Type[] {type.getGenericSuperclass()};
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private static String memberLine(Member member) {
    return switch (member) {
      case Field field when field.isEnumConstant() -> field.getName() + " : constant";
      case Field field ->
          field.getName() + " : " + words(modifiers(field), text(field.getGenericType()));
      case Constructor<?> constructor -> "new" + parameters(constructor) + thrown(constructor);
      case Method method ->
          method.getName()
              + parameters(method)
              + " : "
              + words(
                  method.isDefault() ? "default" : "",
                  modifiers(method),
                  typeParameters(method.getTypeParameters()),
                  text(method.getGenericReturnType()))
              + thrown(method);
      default -> throw new IllegalStateException("Member \"%s\"".formatted(member));
    };
  }

  private static String modifiers(Member member) {
    int shown = Modifier.STATIC | Modifier.PROTECTED;
    boolean ofInterface = member.getDeclaringClass().isInterface();
    return Modifier.toString(
        member.getModifiers() & (ofInterface ? shown : shown | Modifier.ABSTRACT));
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getParameters())
        .map(parameter -> parameterType(parameter) + " " + parameter.getName())
        .collect(joining(", ", "(", ")"));
  }

  private static String parameterType(Parameter parameter) {
    String type = text(parameter.getParameterizedType());
    return parameter.isVarArgs() ? type.substring(0, type.length() - 2) + "..." : type;
  }

  private static String thrown(Executable executable) {
    Type[] exceptions = executable.getGenericExceptionTypes();
    return exceptions.length == 0 ? "" : " " + list("throws", exceptions);
  }

  private static String typeParameters(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(variable -> variable.getName() + " " + list("extends", variable.getBounds()))
            .collect(joining(", ", "<", ">"));
  }

  private static String list(String word, Type[] types) {
    return types.length == 0
        ? ""
        : word + " " + Arrays.stream(types).map(Signatures::text).collect(joining(", "));
  }

  private static String words(String... words) {
    return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(joining(" "));
  }

  private static String text(Type type) {
    return type.getTypeName()
        .replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "")
        .replaceAll("\\bdev\\.peregrine\\.api\\.", "")
        .replace('$', '.');
  }

  private static String name(Class<?> type) {
    return text(type);
  }
}
