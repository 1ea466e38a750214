package dev.peregrine.host.numbers;

import java.util.List;

/**
 * Numbers of one kind.
 *
 * @param chart how they are drawn; empty for a table alone
 * @param sentences what they say
 */
record Section(Table table, String chart, List<String> sentences) {}
