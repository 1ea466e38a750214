package dev.peregrine.recipes;

import dev.peregrine.api.board.BoardContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call asks for, by name: the wanted title, the page, the person's settings.
 *
 * @param names without blank values
 * @param context what the host lends for this search
 */
record Asked(Map<String, List<String>> names, BoardContext context) implements Source {

  Asked {
    names = Map.copyOf(names);
  }

  @Override
  public List<String> texts(Spot path) {
    return path instanceof Spot.Asked(String name)
        ? names.getOrDefault(name, List.of())
        : List.of();
  }

  @Override
  public List<Source> each(Spot path) {
    return List.of();
  }

  @Override
  public Asked asked() {
    return this;
  }

  @Override
  public Source asking(Asked other) {
    return other;
  }

  /** This with other values of a name. */
  Asked with(String name, List<String> values) {
    var more = new HashMap<>(names);
    more.put(name, values.stream().filter(value -> !value.isBlank()).toList());
    return new Asked(more, context);
  }

  /** This with another value of a name; a blank one is none. */
  Asked with(String name, String value) {
    return with(name, List.of(value));
  }

  /** This with another number. */
  Asked with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** This with what some expressions find, each with those before it. */
  Asked with(Map<String, Expression> values) {
    Asked asked = this;
    for (Map.Entry<String, Expression> value : values.entrySet()) {
      asked = asked.with(value.getKey(), value.getValue().texts(asked));
    }
    return asked;
  }

  /** This with what some expressions find in an answer. */
  Asked with(Map<String, Expression> values, Source answer) {
    Asked asked = this;
    for (Map.Entry<String, Expression> value : values.entrySet()) {
      asked = asked.with(value.getKey(), value.getValue().texts(answer));
    }
    return asked;
  }
}
