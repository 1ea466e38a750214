package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The current tenant's {@code config/llm.yaml}: language models, and who is asked first. */
public final class LlmFile {

  private final LastGood<LlmPlan> good = new LastGood<>(LlmFile::read);

  /**
   * What the file says; no model where there is no file. While it has a mistake, what it said
   * before.
   *
   * @throws ConfigException where the file cannot be read and never could
   */
  public LlmPlan current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** A short text that differs where what is stored does. */
  public String mark() {
    return ChangedMeanwhileException.mark(LlmWriter.file(current()));
  }

  /**
   * Changes the plan. Comments and lines of what is not changed stay as they are.
   *
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized LlmPlan change(UnaryOperator<LlmPlan> change) {
    YamlFile file = file();
    LlmPlan before = read(file);
    LlmPlan after = change.apply(before);
    if (!after.equals(before)) {
      write(file, before, after);
    }
    return after;
  }

  private static void write(YamlFile file, LlmPlan before, LlmPlan after) {
    Optional<String> text = file.text();
    if (text.isEmpty() || file.parse(text.get()).isEmpty()) {
      // Comments alone stay on top.
      file.write(text.map(comments -> comments.strip() + "\n").orElse("") + LlmWriter.file(after));
      return;
    }
    Optional<String> edited = LlmWriter.changed(file, text.get(), before, after);
    if (edited.isPresent() && reads(file, edited.get(), after)) {
      file.write(edited.get());
      return;
    }
    new YamlFile(file.path().resolveSibling(file.path().getFileName() + ".before"))
        .write(text.get());
    file.write(LlmWriter.file(after));
  }

  private static boolean reads(YamlFile file, String text, LlmPlan wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static LlmPlan read(YamlFile file) {
    return file.text().map(text -> read(file, text)).orElse(LlmPlan.NONE);
  }

  private static LlmPlan read(YamlFile file, String text) {
    return file.parse(text).map(LlmReader::read).orElse(LlmPlan.NONE);
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("llm.yaml"));
  }
}
