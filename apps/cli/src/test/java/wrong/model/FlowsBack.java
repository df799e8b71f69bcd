package wrong.model;

/** Wrong on purpose: the values know the case. */
public final class FlowsBack {
    final wrong.casefile.AsksStanford later = new wrong.casefile.AsksStanford();
}
