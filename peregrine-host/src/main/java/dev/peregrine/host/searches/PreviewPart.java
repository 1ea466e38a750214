package dev.peregrine.host.searches;

import dev.peregrine.host.schedules.TimingForm;
import java.util.List;

/**
 * What a search as typed would mean: what it would keep of the stored jobs, and when it would come.
 *
 * @param sentence the sum
 * @param rules what the others fall to, the most first
 * @param words what each excluded word hides of the rest
 */
record PreviewPart(String sentence, List<String> rules, List<String> words, TimingForm timing) {}
