#include "ui/export/weight_table.h"

#include <cmath>

#include "ui/export/xml_text.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

bool fits(const AttentionFigure& figure, Index most) {
  return !figure.isEmpty() && figure.maps()->queries() <= most / figure.maps()->keys();
}

/// Six digits are what a float has; a cell without a number stays empty.
QString number(float weight) {
  return std::isfinite(weight) ? QString::number(static_cast<double>(weight), 'g', 6) : QString();
}

/// What the numbers are and which way the table lies: "weight: query ↓, key →".
QString corner(const AttentionFigure& figure) {
  const AttentionContext& context = figure.context();
  const QString query = Words::tr("query"), key = Words::tr("key");
  const QString what = figure.scaleTitle().join(u' ');
  return Words::tr("%1: %2 ↓, %3 →", "what a table holds, its rows, its columns")
      .arg(what, context.transposed ? key : query, context.transposed ? query : key);
}

/// A label that a cell can hold.
QString oneLine(const QString& label) { return label.simplified(); }

}  // namespace

QString weightTableHtml(const AttentionFigure& figure, Index most) {
  if (!fits(figure, most)) return {};
  const Matrix weights = figure.maps()->weights(figure.head());
  QString html = QStringLiteral("<table><thead><tr><th>") + xmlText(corner(figure)) + QStringLiteral("</th>");
  for (const QString& key : tokenLabels(figure.maps()->keyTokens()))
    html += QStringLiteral("<th scope=\"col\">") + xmlText(oneLine(key)) + QStringLiteral("</th>");
  html += QStringLiteral("</tr></thead><tbody>");
  const std::vector<QString> queries = tokenLabels(figure.maps()->queryTokens());
  for (Index query = 0; query < weights.rows(); ++query) {
    html += QStringLiteral("<tr><th scope=\"row\">") + xmlText(oneLine(queries[static_cast<std::size_t>(query)])) +
            QStringLiteral("</th>");
    for (Index key = 0; key < weights.cols(); ++key)
      html += QStringLiteral("<td>") + number(weights(query, key)) + QStringLiteral("</td>");
    html += QStringLiteral("</tr>");
  }
  return html + QStringLiteral("</tbody></table>");
}

QString weightTableText(const AttentionFigure& figure, Index most) {
  if (!fits(figure, most)) return {};
  const Matrix weights = figure.maps()->weights(figure.head());
  QString text = oneLine(corner(figure));
  for (const QString& key : tokenLabels(figure.maps()->keyTokens())) text += QLatin1Char('\t') + oneLine(key);
  const std::vector<QString> queries = tokenLabels(figure.maps()->queryTokens());
  for (Index query = 0; query < weights.rows(); ++query) {
    text += QLatin1Char('\n') + oneLine(queries[static_cast<std::size_t>(query)]);
    for (Index key = 0; key < weights.cols(); ++key) text += QLatin1Char('\t') + number(weights(query, key));
  }
  return text + QLatin1Char('\n');
}

}  // namespace headlight
