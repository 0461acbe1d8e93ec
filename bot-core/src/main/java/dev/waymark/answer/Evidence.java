package dev.waymark.answer;

import dev.waymark.search.Alarm;
import dev.waymark.search.Hit;
import dev.waymark.search.Reading;
import dev.waymark.search.Typical;
import java.util.List;

/**
 * All that is known of a question before it is judged.
 *
 * @param message the message, tidied
 * @param reading how the index read it
 * @param figures the figures in it
 * @param candidates sections that may answer it, in no order that matters
 * @param others ids of all further sections, nearest first
 * @param refusals the nearest refusals to the message alone, nearest first
 * @param unseen share of the question's words that no section holds
 * @param typical how near the guide's own phrasings are to each other, and how well told apart
 * @param alarm how much speaks for the message being one that must get no answer
 * @param leans whether it was read together with earlier messages
 */
record Evidence(
    Message message,
    Reading reading,
    Figures figures,
    List<Candidate> candidates,
    List<String> others,
    List<Hit> refusals,
    double unseen,
    Typical typical,
    Alarm alarm,
    boolean leans) {}
