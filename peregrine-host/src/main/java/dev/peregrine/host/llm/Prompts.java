package dev.peregrine.host.llm;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts with which models are asked: the person's own in {@code config/prompts/}, else those
 * that came with Peregrine. One that cannot be used is not used, and says why.
 */
public final class Prompts {

  /** The question that tries a model. */
  public static final PromptSpec TRY =
      new PromptSpec(
          "try_question",
          () -> t("models.try-question"),
          () -> t("models.try-question-about"),
          java.util.Set.of());

  private static final int LONGEST = 20_000;
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z0-9_]+)\\s*}}");

  private final List<PromptSpec> specs = new CopyOnWriteArrayList<>();

  /** Adds texts; each feature brings its own while the program is wired. */
  public Prompts add(PromptSpec... more) {
    for (PromptSpec spec : more) {
      if (find(spec.name()).isPresent()) {
        throw new IllegalArgumentException(
            "Two features bring a prompt \"%s\". Call one of them otherwise."
                .formatted(spec.name()));
      }
      specs.add(spec);
    }
    return this;
  }

  /** All of them, in the order in which they were added. */
  public List<PromptSpec> all() {
    return List.copyOf(specs);
  }

  /** The one of that name. */
  public Optional<PromptSpec> find(String name) {
    return specs.stream().filter(spec -> spec.name().equals(name)).findFirst();
  }

  /**
   * The text for a question.
   *
   * @param values for each place; text of others only fenced
   */
  public String filled(PromptSpec spec, Map<String, String> values) {
    return PLACE
        .matcher(text(spec))
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  /** The wording that counts. */
  public String text(PromptSpec spec) {
    return own(spec).filter(text -> problem(spec, text).isEmpty()).orElseGet(() -> shipped(spec));
  }

  /** The person's own wording, whether or not it can be used. */
  public Optional<String> own(PromptSpec spec) {
    Path file = file(spec);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      // Bytes that are no UTF-8 become �; a file that is too long is said to be so.
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The wording that came with Peregrine. */
  public String shipped(PromptSpec spec) {
    String name = "/prompts/" + spec.name() + ".txt";
    try (InputStream in = Prompts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build of Peregrine holds no \"%s\".".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Why a wording cannot be used, as a sentence; empty where it can. */
  public Optional<String> problem(PromptSpec spec, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.of(
          "A prompt has 1 to %,d letters, this one has %,d. Until it is mended, the shipped wording counts."
              .formatted(LONGEST, text.strip().length()));
    }
    var named = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(place -> named.add(place.group(1)));
    var unknown = new TreeSet<>(named);
    unknown.removeAll(spec.places());
    var missing = new TreeSet<>(spec.places());
    missing.removeAll(named);
    if (!unknown.isEmpty()) {
      return Optional.of(
          "There is nothing to put in for {{%s}}, expected %s. Until it is mended, the shipped wording counts."
              .formatted(unknown.first(), said(spec)));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "{{%s}} is missing, and without it the model does not know what it is about. Until it is mended, the shipped wording counts."
                .formatted(missing.first()));
  }

  private static String said(PromptSpec spec) {
    return spec.places().isEmpty()
        ? "a text without such places"
        : "one of {{" + String.join("}}, {{", new TreeSet<>(spec.places())) + "}}";
  }

  /**
   * Stores the person's own wording; the shipped one means none of their own.
   *
   * @throws IllegalArgumentException with a sentence where it cannot be used
   */
  public synchronized void save(PromptSpec spec, String text) {
    String kept = text.replace("\r\n", "\n").strip();
    problem(spec, kept)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(
                  why.replace(" Until it is mended, the shipped wording counts.", ""));
            });
    if (kept.equals(shipped(spec))) {
      reset(spec);
      return;
    }
    Path file = file(spec);
    try {
      Files.createDirectories(file.getParent());
      Path draft = file.resolveSibling("." + spec.name() + ".new");
      Files.writeString(draft, kept + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Goes back to the shipped wording. */
  public synchronized void reset(PromptSpec spec) {
    try {
      Files.deleteIfExists(file(spec));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path file(PromptSpec spec) {
    return Tenant.current().config().resolve("prompts").resolve(spec.name() + ".txt");
  }
}
