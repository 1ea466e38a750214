package dev.peregrine.host.importers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column may say of a job. */
public enum Field {
  /** Nothing; it is left out. */
  NOTHING,
  TITLE,
  COMPANY,
  LINK,
  PLACE,
  STAGE,
  SAVED,
  APPLIED,
  SCREENED,
  INTERVIEWED,
  OFFERED,
  ENDED,
  NOTES,
  SALARY,
  SALARY_FROM,
  SALARY_TO,
  CURRENCY,
  PERIOD,
  DESCRIPTION,
  REMOTE,
  EMPLOYMENT,
  POSTED,
  CLOSES,
  TAGS,
  FOLLOW_UP,
  CONTACT,
  CONTACT_MAIL,
  CONTACT_PHONE,
  QUESTIONS,
  RESUME;

  /** The name in forms, tables and command lines. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that key. */
  public static Optional<Field> find(String key) {
    return Stream.of(values()).filter(field -> field.key().equalsIgnoreCase(key)).findFirst();
  }

  /** Whether its cells are days or moments. */
  boolean isTime() {
    return switch (this) {
      case SAVED, APPLIED, SCREENED, INTERVIEWED, OFFERED, ENDED, POSTED, CLOSES, FOLLOW_UP -> true;
      case NOTHING,
          TITLE,
          COMPANY,
          LINK,
          PLACE,
          STAGE,
          NOTES,
          SALARY,
          SALARY_FROM,
          SALARY_TO,
          CURRENCY,
          PERIOD,
          DESCRIPTION,
          REMOTE,
          EMPLOYMENT,
          TAGS,
          CONTACT,
          CONTACT_MAIL,
          CONTACT_PHONE,
          QUESTIONS,
          RESUME ->
          false;
    };
  }

  /** Whether several columns may say it; of any other the first one counts. */
  boolean isMany() {
    return this == NOTHING || this == NOTES || this == TAGS;
  }
}
