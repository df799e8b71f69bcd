package wrong.casefile;

/** Wrong on purpose: the case knows an app. */
final class FlowsBack {
    final wrong.cli.NamedUtil later = new wrong.cli.NamedUtil();
}
