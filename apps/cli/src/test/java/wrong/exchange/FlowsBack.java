package wrong.exchange;

/** Wrong on purpose: what leaves a case knows an app. */
final class FlowsBack {
    final wrong.cli.NamedUtil later = new wrong.cli.NamedUtil();
}
