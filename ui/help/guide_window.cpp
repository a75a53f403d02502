#include "ui/help/guide_window.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/help/guide_browser.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {

GuideWindow::GuideWindow(const std::filesystem::path& folder, QWidget* parent)
    : QDialog(parent), m_pages(guidePages(folder)) {
  setObjectName(QStringLiteral("guideWindow"));
  setWindowTitle(tr("Guide"));
  m_list = named("guideList", new QListWidget);
  m_list->setAccessibleName(tr("Pages of the guide"));
  m_list->setWordWrap(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  for (const GuidePage& page : m_pages) m_list->addItem(page.title);
  m_browser = new GuideBrowser(folder);
  m_back = named("guideBack", new QPushButton(tr("&Back")));
  m_back->setShortcut(QKeySequence(QStringLiteral("Alt+Left")));
  m_back->setAutoDefault(false);
  auto* close = new QPushButton(tr("Close"));
  close->setAutoDefault(false);

  auto* left = new QVBoxLayout;
  left->setSpacing(8);
  left->addWidget(m_list, 1);
  left->addWidget(m_back);
  left->addWidget(close);
  auto* row = makeBox<QHBoxLayout>(this, {16, 16, 16, 16}, 16);
  row->addLayout(left);
  row->addWidget(m_browser, 1);
  m_list->setFixedWidth(fontMetrics().averageCharWidth() * 32);

  connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
    if (at < 0) return;
    m_browser->openPage(m_pages[static_cast<std::size_t>(at)].file);
  });
  connect(m_browser, &QTextBrowser::sourceChanged, this, &GuideWindow::markPage);
  connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
  connect(m_back, &QPushButton::clicked, m_browser, &QTextBrowser::backward);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  m_back->setEnabled(false);
  resize(1040, 760);
  m_browser->openPage(m_pages.front().file);
  m_browser->setFocus();
}

void GuideWindow::markPage(const QUrl& page) {
  const std::filesystem::path here = page.toLocalFile().toStdString();
  const auto at =
      std::find_if(m_pages.begin(), m_pages.end(), [&](const GuidePage& each) { return each.file == here; });
  if (at == m_pages.end()) return;
  // The browser is on its way there.
  const QSignalBlocker blocked(m_list);
  m_list->setCurrentRow(static_cast<int>(at - m_pages.begin()));
}

}  // namespace headlight
