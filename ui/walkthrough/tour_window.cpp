#include "ui/walkthrough/tour_window.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/walkthrough/walk_words.h"
#include "ui/widgets/named.h"

namespace headlight {

TourWindow::TourWindow(std::vector<Sample> stops, QWidget* parent) : QDialog(parent), m_stops(std::move(stops)) {
  setObjectName(QStringLiteral("tourWindow"));
  setWindowTitle(tr("Five things heads do"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 16, 24, 16);
  m_count = new QLabel;
  m_count->setProperty("level", "hint");
  m_title = named("tourTitle", new QLabel);
  m_title->setWordWrap(true);
  QFont large = m_title->font();
  large.setPointSizeF(large.pointSizeF() * 1.5);
  large.setWeight(QFont::DemiBold);
  m_title->setFont(large);
  m_says = named("tourSays", new QLabel);
  m_says->setWordWrap(true);
  m_says->setTextFormat(Qt::RichText);
  m_says->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_says->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  connect(m_says, &QLabel::linkHovered, this, [this](const QString& term) {
    if (term.isEmpty())
      QToolTip::hideText();
    else
      QToolTip::showText(QCursor::pos(), meaningOf(term), m_says);
  });
  column->addWidget(m_count);
  column->addWidget(m_title);
  column->addWidget(m_says, 1);
  auto* row = new QHBoxLayout;
  m_back = named("tourBack", new QPushButton(tr("&Back")));
  m_back->setAutoDefault(false);
  m_next = named("tourNext", new QPushButton(tr("Ne&xt")));
  row->addWidget(m_back);
  row->addStretch(1);
  row->addWidget(m_next);
  column->addLayout(row);
  m_next->setDefault(true);  // Of this window, which it is part of from here on.
  connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_stop - 1); });
  connect(m_next, &QPushButton::clicked, this, [this] {
    if (m_stop == static_cast<int>(m_stops.size()))
      accept();
    else
      goTo(m_stop + 1);
  });
  resize(440, 260);
  m_next->setFocus();
}

void TourWindow::goTo(int stop) {
  const int last = static_cast<int>(m_stops.size());
  if (stop < 0 || stop > last) return;
  m_stop = stop;
  m_back->setEnabled(stop > 0);
  m_next->setText(stop == last ? tr("Close") : tr("Ne&xt"));
  if (stop == last) {
    m_count->clear();
    m_title->setText(tr("Your turn"));
    m_says->setText(
        withGlossary(tr("Type a text at the top of the window. Every panel updates as you type. Choose heads on "
                        "the left; press F9 to see step by step how one works.")));
    return;
  }
  const Sample& sample = m_stops[static_cast<std::size_t>(stop)];
  m_count->setText(tr("%1 of %2 · %3, layer %4, head %5")
                       .arg(stop + 1)
                       .arg(last)
                       .arg(QString::fromStdString(sample.model))
                       .arg(sample.head.layer)
                       .arg(sample.head.head));
  m_title->setText(sampleTitle(sample));
  m_says->setText(withGlossary(sampleShows(sample)));
  emit sampleRequested(sample);
}

}  // namespace headlight
