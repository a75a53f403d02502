#include "ui/charts/methods/methods_figure.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/state/words/method_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString evidenceName(Evidence evidence) {
  switch (evidence) {
    case Evidence::Hiding:
      return Words::tr("effect of hiding");
    case Evidence::Relevance:
      return Words::tr("relevance");
    case Evidence::GradientInput:
      return Words::tr("gradient × input");
    case Evidence::IntegratedGradients:
      return Words::tr("integrated gradients");
    case Evidence::GradientAttention:
      return Words::tr("gradient × attention");
  }
  return {};
}

constexpr double kMethodGap = 10;
/// More bars than this are not spots: nobody points at a bar of a pixel.
constexpr std::size_t kMostSpots = 2000;

QString rowName(const std::variant<Method, Evidence>& method) {
  const auto* map = std::get_if<Method>(&method);
  return map ? methodName(*map) : evidenceName(std::get<Evidence>(method));
}

QString correlationText(double rho) { return numberText(rho, 2); }

bool isSink(const MethodsReport& story, Index key) {
  return std::find(story.sinks.begin(), story.sinks.end(), key) != story.sinks.end();
}

}  // namespace

MethodsLayout layoutMethods(const MethodsSpec& spec, const TextMetrics& metrics) {
  MethodsLayout out;
  const FigureStyle& style = spec.style;
  const double small = style.smallSize(), line = metrics.height(small);
  double names = 0, agreements = metrics.width(spec.agreementTitle, small), effects = 0;
  for (const MethodsSpec::Row& row : spec.rows) {
    names = std::max(names, metrics.width(row.name, small));
    agreements = std::max(agreements, metrics.width(row.agreement, small));
    effects = std::max(effects, metrics.width(row.effect, small));
  }
  if (effects > 0) effects = std::max(effects, metrics.width(spec.effectTitle, small)) + kMethodGap;
  names = std::min(names, spec.size.width() * 0.3);
  // The note about labels left out takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strideNote(out.line.stride, out.line.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    QRectF body = out.frame.body;
    out.warning.clear();
    if (!spec.warning.isEmpty()) {
      double y = body.top();
      for (const QString& text : metrics.wrapped(spec.warning, body.width() * 0.94, style.textSize, 3)) {
        y += metrics.ascent(style.textSize);
        out.warning.push_back(placeText(text, {body.left(), y}, style.textSize, metrics, QFont::DemiBold));
        y += metrics.descent(style.textSize);
      }
      body.setTop(y + 6);
    }
    const double left = body.left() + names + kMethodGap, agreementRight = body.right() - effects,
                 right = agreementRight - agreements - kMethodGap;
    out.line = layoutLineAxis(spec.tokens, left, right, 0, std::min(96.0, body.height() * 0.25), style.textSize,
                              style.smallestLabel(), metrics, 1e3);
    const double foot = body.bottom() - out.line.height - 6;
    double headings = 0;
    for (const MethodsSpec::Row& row : spec.rows) headings += row.heading.isEmpty() ? 0 : line + 4;
    const double height = std::max(4.0, (foot - body.top() - headings) / static_cast<double>(spec.rows.size()));
    out.rows.clear();
    double y = body.top();
    for (const MethodsSpec::Row& row : spec.rows) {
      MethodsLayout::Row placed;
      if (!row.heading.isEmpty()) {
        placed.heading = placeText(metrics.elided(row.heading, right - body.left(), small, QFont::DemiBold),
                                   {body.left(), y + metrics.ascent(small) + 2}, small, metrics, QFont::DemiBold);
        y += line + 4;
      }
      placed.plot = QRectF(left, y + height * 0.14, right - left, height * 0.86);
      const double baseline = placed.plot.center().y() + metrics.ascent(small) * 0.36;
      placed.name = placeText(metrics.elided(row.name, names, small), {body.left(), baseline}, small, metrics);
      if (!row.agreement.isEmpty())
        placed.agreement =
            placeText(row.agreement, {agreementRight - metrics.width(row.agreement, small), baseline}, small, metrics);
      if (!row.effect.isEmpty())
        placed.effect =
            placeText(row.effect, {body.right() - metrics.width(row.effect, small), baseline}, small, metrics);
      y += height;
      out.rows.push_back(std::move(placed));
    }
    if (!out.rows.empty() && out.rows.front().heading) {
      const double baseline = out.rows.front().heading->origin.y();
      const auto titled = [&](const QString& text, double end) {
        return placeText(text, {end - metrics.width(text, small), baseline}, small, metrics);
      };
      out.agreementTitle = titled(spec.agreementTitle, agreementRight);
      if (effects > 0) out.effectTitle = titled(spec.effectTitle, body.right());
    }
    out.line.moveDown(foot + 4);
  }
  out.barWidth = std::clamp(out.line.pitch * 0.72, 0.5, 28.0);
  return out;
}

QString MethodsFigure::label(Index token) const { return tokenLabel(m_story->tokens[static_cast<std::size_t>(token)]); }

QString MethodsFigure::title() const {
  return isEmpty() ? Words::tr("Compare methods")
                   : Words::tr("What “%1” attends to, by method").arg(label(m_story->query));
}

QString MethodsFigure::heading(RowScope scope) const {
  if (scope == RowScope::Head) return headTitle(m_story->head);
  if (scope == RowScope::Layer) return Words::tr("Layer %1, all heads together").arg(m_story->head.layer);
  if (m_story->prediction.isEmpty()) return Words::tr("Whole model: the most likely prediction");
  return Words::tr("Whole model: prediction “%1”, %2").arg(m_story->prediction, percentText(m_story->probability, 1));
}

QString MethodsFigure::warning() const {
  if (isEmpty() || !m_story->methods.disagree()) return {};
  const MethodAgainstRaw& least = *m_story->methods.least();
  const auto raw = std::find_if(m_story->methods.rows.begin(), m_story->methods.rows.end(),
                                [&](const auto& row) { return row.is(Method::Raw) && row.scope == least.scope; });
  const auto a = m_story->strongest(*raw), b = m_story->strongest(least);
  QString text = Words::tr("The methods disagree: %1 and the weights rank the tokens differently (ρ = %2)")
                     .arg(rowName(least.method), correlationText(*least.agreement));
  if (a && b && a != b)
    text += Words::tr(", “%1” first by the weights, “%2” by %3").arg(label(*a), label(*b), rowName(least.method));
  return text + Words::tr(". Do not read the weights alone as an explanation.");
}

double MethodsFigure::top(const MethodAgainstRaw& row) const {
  double top = 0, all = 0;
  for (std::size_t i = 0; i < row.row.size(); ++i) {
    all = std::max(all, std::abs(row.row[i]));
    if (!m_story->isApart(row, m_story->methods.keys[i])) top = std::max(top, std::abs(row.row[i]));
  }
  return top > 0 ? top : all > 0 ? all : 1;
}

QRectF MethodsFigure::bar(const MethodsLayout& layout, std::size_t row, std::size_t key) const {
  const MethodAgainstRaw& numbers = m_story->methods.rows[row];
  const QRectF& plot = layout.rows[row].plot;
  const double height = plot.height() * std::min(1.0, std::abs(numbers.row[key]) / top(numbers));
  return {layout.line.x[key] - layout.barWidth / 2, plot.bottom() - height, layout.barWidth, height};
}

MethodsLayout MethodsFigure::layout(QSizeF size) const {
  MethodsSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  if (!isEmpty()) {
    const MethodsReport& story = *m_story;
    QStringList parts = {story.model};
    if (!story.text.isEmpty()) parts << quotedText(story.text);
    if (!story.changed.isEmpty()) parts << Words::tr("changed: ") + story.changed;
    spec.subtitle = parts.join(QStringLiteral(" · "));
    spec.warning = warning();
    bool negative = false, cut = false;
    double own = 0;
    std::optional<RowScope> scope;
    const MethodAgainstRaw* nearest = story.methods.nearestToEffect();
    spec.agreementTitle = nearest ? Words::tr("ρ weights") : QStringLiteral("ρ");
    spec.effectTitle = Words::tr("ρ effect");
    for (const MethodAgainstRaw& row : story.methods.rows) {
      MethodsSpec::Row placed;
      if (!scope || *scope != row.scope) placed.heading = heading(row.scope);
      scope = row.scope;
      placed.name = row.is(Method::Raw) && row.scope == RowScope::Layer ? Words::tr("attention weights, mean")
                                                                        : rowName(row.method);
      if (row.agreement) placed.agreement = correlationText(*row.agreement);
      if (row.withEffect) placed.effect = correlationText(*row.withEffect);
      spec.rows.push_back(std::move(placed));
      for (std::size_t i = 0; i < row.row.size(); ++i) {
        negative = negative || row.row[i] < 0;
        if (std::abs(row.row[i]) <= top(row)) continue;
        if (isSink(story, story.methods.keys[i]))
          cut = true;
        else
          own = row.row[i];
      }
    }
    const std::vector<QString> labels = axisLabels(story.tokens);
    for (const Index key : story.methods.keys) spec.tokens.push_back(labels[static_cast<std::size_t>(key)]);
    spec.notes.push_back(
        Words::tr("ρ: Spearman’s rank correlation with the weights above in the same scope. Each row has its own "
                  "scale; its largest bar has the full colour."));
    if (nearest)
      spec.notes.push_back(Words::tr("ρ effect: the same with what ln p of the prediction loses when no head sees the "
                                     "token. Nearest to it: %1, %2.")
                               .arg(rowName(nearest->method), correlationText(*nearest->withEffect)));
    if (!story.sinks.empty() && cut)
      spec.notes.push_back(
          Words::tr("Grey: the first or special tokens; their bars are cut where they leave no room for the others."));
    if (own > 0)
      spec.notes.push_back(
          Words::tr("In relevance a token begins with all of itself: its own bar (%1) is grey and cut.")
              .arg(numberText(own, 2)));
    if (negative) spec.notes.push_back(Words::tr("Hollow bars are below 0."));
    if (const QString names = shortenedNames(story.tokens); !names.isEmpty()) spec.notes.push_back(names + u'.');
    for (const auto& [method, why] : story.missing)
      spec.notes.push_back(Words::tr("No %1: %2.").arg(rowName(method), why));
  }
  return layoutMethods(spec, FontTextMetrics(m_style));
}

void MethodsFigure::draw(QPainter& p, QSizeF size) const {
  const MethodsLayout layout = this->layout(size);
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  for (std::size_t r = 0; r < layout.rows.size(); ++r) {
    const MethodAgainstRaw& row = m_story->methods.rows[r];
    const MethodsLayout::Row& placed = layout.rows[r];
    const QColor colour = seriesColour(row.scope == RowScope::Head    ? 0
                                       : row.scope == RowScope::Layer ? 2
                                                                      : 3,
                                       m_style.dark());
    QColor faint = colour;
    faint.setAlphaF(0.5F);
    const auto strongest = m_story->strongest(row);
    p.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t k = 0; k < row.row.size(); ++k) {
      const QRectF rect = bar(layout, r, k);
      const Index key = m_story->methods.keys[k];
      if (row.row[k] < 0) {
        p.setPen(QPen(colour, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRect(rect);
      } else {
        p.fillRect(rect, m_story->isApart(row, key) ? inks.neutral : key == strongest ? colour : faint);
      }
    }
    p.setPen(QPen(inks.hairline, 1));
    p.drawLine(placed.plot.bottomLeft(), placed.plot.bottomRight());
    p.setRenderHint(QPainter::Antialiasing, true);
    paintText(p, placed.name, m_style, small, row.is(Method::Raw) || row.is(Evidence::Hiding) ? inks.ink : inks.muted);
    if (placed.agreement)
      paintText(p, *placed.agreement, m_style, small,
                *row.agreement < kAgreement ? seriesColour(1, m_style.dark()) : inks.muted,
                *row.agreement < kAgreement ? QFont::DemiBold : QFont::Normal);
    if (placed.effect) paintText(p, *placed.effect, m_style, small, inks.muted);
    if (placed.heading) paintText(p, *placed.heading, m_style, small, inks.ink, QFont::DemiBold);
  }
  for (const auto& title : {layout.agreementTitle, layout.effectTitle})
    if (title) paintText(p, *title, m_style, small, inks.muted);
  for (const PlacedText& line : layout.warning)
    paintText(p, line, m_style, m_style.textSize, seriesColour(1, m_style.dark()), QFont::DemiBold);
  for (const PlacedLabel& placed : layout.line.labels) {
    const Index key = m_story->methods.keys[static_cast<std::size_t>(placed.token)];
    paintLabel(p, placed, m_style, layout.line.size, isSink(*m_story, key) ? inks.muted : inks.ink);
  }
  paintFrame(p, layout.frame, m_style);
}

std::vector<FigureSpot> MethodsFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (isEmpty() || m_story->methods.rows.size() * m_story->methods.keys.size() > kMostSpots) return spots;
  const MethodsLayout places = layout(size);
  for (std::size_t r = 0; r < places.rows.size(); ++r) {
    const MethodAgainstRaw& row = m_story->methods.rows[r];
    const QRectF& plot = places.rows[r].plot;
    for (std::size_t k = 0; k < row.row.size(); ++k) {
      const Index key = m_story->methods.keys[k];
      spots.push_back({places.line.column(static_cast<Index>(k), plot.top(), plot.bottom()),
                       Words::tr("%1: “%2” %3").arg(rowName(row.method), label(key), localNumber(row.row[k], 'g', 4)),
                       m_story->query, key});
    }
  }
  return spots;
}

QString MethodsFigure::altText() const {
  if (isEmpty()) return Words::tr("Compare methods, without a token.");
  QStringList parts;
  for (const MethodAgainstRaw& row : m_story->methods.rows)
    if (row.agreement) parts << QStringLiteral("%1 %2").arg(rowName(row.method), correlationText(*row.agreement));
  QString text = title() + Words::tr(": a row of bars for each of %1 methods.").arg(m_story->methods.rows.size());
  if (!parts.isEmpty())
    text += Words::tr(" Rank correlation with the weights: %1.").arg(parts.join(QStringLiteral(", ")));
  return warning().isEmpty() ? text : text + u' ' + warning();
}

}  // namespace headlight
