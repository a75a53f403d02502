#include "ui/export/weight_table.h"

#include "ui/export/xml_text.h"
#include "ui/figures/token_label.h"

namespace headlight {
namespace {

bool fits(const AttentionFigure& figure, Index most) {
  return !figure.isEmpty() && figure.maps()->queries() <= most / figure.maps()->keys();
}

/// Six digits are what a float has.
QString number(float weight) { return QString::number(static_cast<double>(weight), 'g', 6); }

/// A label that a cell can hold.
QString oneLine(const QString& label) { return label.simplified(); }

}  // namespace

QString weightTableHtml(const AttentionFigure& figure, Index most) {
  if (!fits(figure, most)) return {};
  const Matrix weights = figure.maps()->weights(figure.head());
  QString html = QStringLiteral("<table><thead><tr><th></th>");
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
  QString text;
  for (const QString& key : tokenLabels(figure.maps()->keyTokens())) text += QLatin1Char('\t') + oneLine(key);
  const std::vector<QString> queries = tokenLabels(figure.maps()->queryTokens());
  for (Index query = 0; query < weights.rows(); ++query) {
    text += QLatin1Char('\n') + oneLine(queries[static_cast<std::size_t>(query)]);
    for (Index key = 0; key < weights.cols(); ++key) text += QLatin1Char('\t') + number(weights(query, key));
  }
  return text + QLatin1Char('\n');
}

}  // namespace headlight
