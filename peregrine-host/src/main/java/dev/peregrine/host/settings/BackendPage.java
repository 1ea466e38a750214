package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * One backend: what it is told, whether it answers, which models it has.
 *
 * @param old the name under which it is stored; empty for a new one
 * @param leaves automatic, yes or no: whether the person said that data leave
 * @param reach how far goes what it is sent, as a sentence
 * @param consent whether the person is asked to agree
 * @param models that it has, where it was asked
 * @param listed what came of asking, as a sentence; empty where it was not
 */
record BackendPage(
    Shell shell,
    SettingsNav nav,
    String old,
    String name,
    String type,
    String kind,
    String about,
    String homepage,
    boolean enabled,
    String model,
    String patience,
    String atOnce,
    String usualAtOnce,
    String leaves,
    String reach,
    boolean consent,
    boolean agreed,
    List<SettingField> fields,
    List<Listed> models,
    String listed,
    boolean canPull,
    Optional<Tried> tried,
    String problem) {

  /** A model that the server has. */
  record Listed(String id, String about) {}

  /** What came of a question. */
  record Tried(boolean good, String sentence, String answer) {}

  String title() {
    return old.isEmpty() ? t("models.add-kind", "kind", kind) : old;
  }

  String token() {
    return shell.token();
  }
}
