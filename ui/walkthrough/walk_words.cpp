#include "ui/walkthrough/walk_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString quoted(const Token& token) { return Words::tr("“%1”").arg(tokenLabel(token)); }

/// The key that the query may see with the largest of `numbers`.
Index best(const WalkReport& story, const Vector& numbers) {
  Index best = -1;
  for (Index key = 0; key < story.keys(); ++key)
    if (story.walk.visible[static_cast<std::size_t>(key)] && (best < 0 || numbers[key] > numbers[best])) best = key;
  return std::max<Index>(best, 0);
}

bool hidesKeys(const WalkReport& story) {
  return !std::all_of(story.walk.visible.begin(), story.walk.visible.end(), [](bool visible) { return visible; });
}

struct Term {
  const char* word;
  const char* meaning;
};

/// Longer terms first: "attention weights" is not found as "weights".
constexpr Term kGlossary[] = {
    {QT_TRANSLATE_NOOP("Walkthrough", "attention weights"),
     QT_TRANSLATE_NOOP("Walkthrough",
                       "Attention weights say how a token divides its attention. They add up to 100%.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "intervention"),
     QT_TRANSLATE_NOOP("Walkthrough", "A change made on purpose while the model runs.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "softmax"),
     QT_TRANSLATE_NOOP("Walkthrough",
                       "Softmax turns any numbers into shares of 100%: e is raised to each number, then divided "
                       "by the total.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "tokens"),
     QT_TRANSLATE_NOOP("Walkthrough",
                       "Tokens are the pieces in which a model reads a text: words, parts of words, "
                       "punctuation.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "heatmap"),
     QT_TRANSLATE_NOOP("Walkthrough", "The square picture with a row for each query and a column for each key.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "scores"),
     QT_TRANSLATE_NOOP("Walkthrough", "A score says how well a key matches a query. It can be negative.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "vector"),
     QT_TRANSLATE_NOOP("Walkthrough", "A vector is a list of numbers. The model keeps one for every token.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "values"),
     QT_TRANSLATE_NOOP("Walkthrough", "A token's value is what it passes on when another token attends to it.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "query"),
     QT_TRANSLATE_NOOP("Walkthrough", "The query of a token is a list of numbers that says what it looks for.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "heads"),
     QT_TRANSLATE_NOOP("Walkthrough",
                       "Heads work side by side in each layer. Each compares tokens in its own way.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "layer"),
     QT_TRANSLATE_NOOP("Walkthrough", "A model is a stack of layers. Each updates the vector of every token once.")},
    {QT_TRANSLATE_NOOP("Walkthrough", "key"),
     QT_TRANSLATE_NOOP("Walkthrough", "The key of a token is a list of numbers that says what it offers.")},
};

QString glossaryTr(const char* text) { return QCoreApplication::translate("Walkthrough", text); }

WalkWords tokensWords(const WalkReport& story) {
  const QString at = QString::number(story.walk.queryAt);
  return {Words::tr("The text becomes tokens"),
          Words::tr("The model reads the text as %1 tokens. We follow one of them, %2, through head %3 of layer %4. ")
                  .arg(story.keys())
                  .arg(quoted(story.query()))
                  .arg(story.walk.head.head)
                  .arg(story.walk.head.layer) +
              (hidesKeys(story) ? Words::tr("It can see itself and earlier tokens, not the pale ones.")
                                : Words::tr("It can see all of them.")),
          Words::tr("Token %1 of %2, counted from 0.").arg(at).arg(story.keys())};
}

WalkWords queryWords(const WalkReport& story) {
  return {Words::tr("The query: what %1 looks for").arg(quoted(story.query())),
          Words::tr(
              "%1 enters the layer as a vector. The head turns it into a shorter one, its query: %2 numbers that "
              "say what %1 looks for.")
              .arg(quoted(story.query()))
              .arg(story.walk.query.size()),
          Words::tr("q = W_Q x: %1 numbers, length ‖q‖ = %2")
              .arg(story.walk.query.size())
              .arg(walkNumber(story.walk.query.norm()))};
}

WalkWords keysWords(const WalkReport& story) {
  const Index fits = best(story, story.walk.scores);
  return {Words::tr("Keys: what every token offers"),
          Words::tr(
              "Every token also has a key: numbers that say what it offers. Where key and query have the same "
              "colour, they agree."),
          Words::tr("k = W_K x: as long as the query; ‖k‖ = %1 for %2")
              .arg(walkNumber(story.walk.keys.row(fits).norm()), quoted(story.tokens[static_cast<std::size_t>(fits)]))};
}

WalkWords scoresWords(const WalkReport& story) {
  const Walkthrough& walk = story.walk;
  const Index fits = best(story, walk.scaled);
  QStringList dimensions;
  for (const Index d : largestDimensions(walk, fits, 3))
    dimensions << Words::tr("no. %1: %2").arg(d).arg(walkNumber(walk.products(fits, d)));
  QString numbers =
      Words::tr("q · k = %1 for %2; most of it from %3")
          .arg(walkNumber(walk.products.row(fits).sum()), quoted(story.tokens[static_cast<std::size_t>(fits)]),
               dimensions.join(QStringLiteral(", ")));
  if (walk.content.size() > 0)
    numbers += Words::tr(". After scaling, %1 of it is content and %2 position")
                   .arg(walkNumber(walk.content[fits]), walkNumber(walk.position[fits]));
  return {
      Words::tr("Scores: how well each key matches the query"),
      Words::tr(
          "Query and key are multiplied number by number and added up. The better the match, the higher the "
          "score: %1 matches best.")
          .arg(quoted(story.tokens[static_cast<std::size_t>(fits)])),
      numbers};
}

WalkWords maskWords(const WalkReport& story) {
  const Walkthrough& walk = story.walk;
  QString caption =
      Words::tr("All scores are scaled down equally, so no single one takes everything.");
  if (hidesKeys(story)) caption += u' ' + Words::tr("Tokens the query cannot see are masked out.");
  QString numbers = Words::tr("score = %1 · (q · k)").arg(localNumber(walk.scale, 'g', 4));
  if (walk.added.cwiseAbs().maxCoeff() > 1e-6F) numbers += Words::tr(" + position bias");
  return {
      hidesKeys(story) ? Words::tr("Scores are scaled and masked") : Words::tr("Scores are scaled"),
      caption, numbers};
}

WalkWords softmaxWords(const WalkReport& story) {
  const Walkthrough& walk = story.walk;
  const Index most = best(story, walk.weights);
  QString caption =
      Words::tr(
          "Softmax turns scores into shares of 100%: the weights in the heatmap row of %1. %2 gets %3.")
          .arg(quoted(story.query()), quoted(story.tokens[static_cast<std::size_t>(most)]),
               percentText(walk.weights[most], 0));
  if (story.tokens[static_cast<std::size_t>(most)].special && walk.weights[most] > 0.5F)
    caption += u' ' + Words::tr("It is not a word: heads rest on it when nothing matches (a sink).");
  if (walk.changed) caption += u' ' + Words::tr("An intervention changed them.");
  return {Words::tr("Softmax: scores become shares"), caption,
          Words::tr("weight = e^score ÷ Σ e^score; ln Σ e^score = %1, Σ weights = %2")
              .arg(walkNumber(walk.logSumExp), localNumber(walk.weights.sum(), 'f', 4))};
}

WalkWords valuesWords(const WalkReport& story) {
  return {Words::tr("Values are mixed by weight"),
          Words::tr(
              "Each token passes on its value. The head mixes all values by weight; faint ones barely count. The "
              "mix is what the head found for %1.")
              .arg(quoted(story.query())),
          Words::tr("mix = Σ weight · value: %1 numbers, length %2")
              .arg(story.walk.headOutput.size())
              .arg(walkNumber(story.walk.headOutput.norm()))};
}

WalkWords headsWords(const WalkReport& story) {
  return {
      Words::tr("All %1 heads of the layer").arg(story.heads.rows()),
      Words::tr("Other heads ask other questions of the same text at the same time. Each row shows where one of them "
                "looks from %1.")
          .arg(quoted(story.query())),
      Words::tr("Row = weights of one head, head %1 framed").arg(story.walk.head.head)};
}

WalkWords outputWords(const WalkReport& story) {
  Index most = 0;
  story.residualUpdate.maxCoeff(&most);
  return {Words::tr("What the heads add"),
          Words::tr(
              "Each head adds its result to the vector of %1, and the model goes on from there. Longer bars add "
              "more: head %2 adds most.")
              .arg(quoted(story.query()))
              .arg(most),
          Words::tr("‖W_O mix‖ of each head; ‖x‖ = %1 as it enters the layer; head %2 adds %3")
              .arg(walkNumber(story.entering))
              .arg(story.walk.head.head)
              .arg(walkNumber(story.residualUpdate[story.walk.head.head]))};
}

}  // namespace

QString walkNumber(double value) { return numberText(value, 2); }

WalkWords wordsOf(const WalkReport& story, WalkStep step) {
  switch (step) {
    case WalkStep::Tokens:
      return tokensWords(story);
    case WalkStep::Query:
      return queryWords(story);
    case WalkStep::Keys:
      return keysWords(story);
    case WalkStep::Scores:
      return scoresWords(story);
    case WalkStep::Mask:
      return maskWords(story);
    case WalkStep::Softmax:
      return softmaxWords(story);
    case WalkStep::Values:
      return valuesWords(story);
    case WalkStep::Heads:
      return headsWords(story);
    case WalkStep::Output:
      return outputWords(story);
  }
  return {};
}

QString withGlossary(const QString& text) {
  QString rich = text.toHtmlEscaped();
  QStringList words;
  for (const Term& term : kGlossary) words << QRegularExpression::escape(glossaryTr(term.word));
  // Chinese does not part its words.
  const bool parted = std::all_of(words.begin(), words.end(),
                                  [](const QString& word) { return word.back().script() != QChar::Script_Han; });
  const QRegularExpression any(
      (parted ? QStringLiteral("\\b(%1)\\b") : QStringLiteral("(%1)")).arg(words.join(u'|')),
      QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
  // Once each: a page full of links is not read.
  QStringList linked;
  for (qsizetype from = 0;;) {
    const QRegularExpressionMatch match = any.match(rich, from);
    if (!match.hasMatch()) return rich;
    const QString word = match.captured();
    QString link = word;
    if (!linked.contains(word.toLower())) {
      linked << word.toLower();
      link = QStringLiteral("<a href=\"%1\">%2</a>").arg(word.toLower(), word);
      rich.replace(match.capturedStart(), match.capturedLength(), link);
    }
    from = match.capturedStart() + link.size();
  }
}

QString meaningOf(const QString& term) {
  for (const Term& entry : kGlossary)
    if (term.compare(glossaryTr(entry.word), Qt::CaseInsensitive) == 0) return glossaryTr(entry.meaning);
  return {};
}

}  // namespace headlight
