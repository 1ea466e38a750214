package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The current tenant's {@code config/email.yaml}: mailboxes, without what opens them. */
public final class MailFile {

  private final LastGood<MailPlan> good = new LastGood<>(MailFile::read);

  /**
   * What the file says; no mailbox where there is no file. While it has a mistake, what it said
   * before.
   *
   * @throws ConfigException where the file cannot be read and never could
   */
  public MailPlan current() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** A short text that differs where what is stored does. */
  public String mark() {
    return ChangedMeanwhileException.mark(current().toString());
  }

  /**
   * Changes the plan as a page shows it.
   *
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException as {@link #change(UnaryOperator)}
   */
  public synchronized MailPlan change(UnaryOperator<MailPlan> change, String seen) {
    if (!mark().equals(seen)) {
      throw new ChangedMeanwhileException("What is read of mail");
    }
    return change(change);
  }

  /**
   * Changes the plan. Comments and lines of what is not changed stay as they are.
   *
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized MailPlan change(UnaryOperator<MailPlan> change) {
    YamlFile file = file();
    MailPlan before = read(file);
    MailPlan after = change.apply(before);
    if (!after.equals(before)) {
      write(file, before, after);
    }
    return after;
  }

  private static void write(YamlFile file, MailPlan before, MailPlan after) {
    Optional<String> text = file.text();
    if (text.isEmpty() || file.parse(text.get()).isEmpty()) {
      // Comments alone stay on top.
      file.write(text.map(comments -> comments.strip() + "\n").orElse("") + MailWriter.file(after));
      return;
    }
    Optional<String> edited = MailWriter.changed(file, text.get(), before, after);
    if (edited.isPresent() && reads(file, edited.get(), after)) {
      file.write(edited.get());
      return;
    }
    new YamlFile(file.path().resolveSibling(file.path().getFileName() + ".before"))
        .write(text.get());
    file.write(MailWriter.file(after));
  }

  private static boolean reads(YamlFile file, String text, MailPlan wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static MailPlan read(YamlFile file) {
    return file.text().map(text -> read(file, text)).orElse(MailPlan.NONE);
  }

  private static MailPlan read(YamlFile file, String text) {
    return file.parse(text).map(MailReader::read).orElse(MailPlan.NONE);
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("email.yaml"));
  }
}
