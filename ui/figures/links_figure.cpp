#include "ui/figures/links_figure.h"
