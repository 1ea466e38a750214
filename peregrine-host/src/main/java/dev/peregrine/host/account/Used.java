package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.shares.Amounts;
import dev.peregrine.host.texts.Numbers;

/**
 * How much somebody has of what they may have.
 *
 * @param name such as {@code Storage}
 * @param sentence such as {@code 34 MB of 1,024 MB}
 * @param used for the bar
 * @param most for the bar
 */
record Used(String name, String sentence, long used, long most) {

  private static final double NEARLY = 0.9;

  static Used bytes(String name, long used, long most) {
    return new Used(name, said(Amounts.bytes(used), Amounts.bytes(most)), used, most);
  }

  static Used number(String name, long used, long most) {
    return new Used(name, said(Numbers.n(used), Numbers.n(most)), used, most);
  }

  private static String said(String used, String most) {
    return t("account.used-of", "used", used, "most", most);
  }

  /** What stands beside it where little or nothing is left; empty where there is enough. */
  String left() {
    if (used >= most) {
      return t("account.used-up");
    }
    return used >= NEARLY * most ? t("account.used-nearly") : "";
  }
}
