package wrong.reading;

/** Wrong on purpose: an earlier module knows a later one. */
final class FlowsBack {
    final wrong.casefile.AsksStanford later = new wrong.casefile.AsksStanford();
}
