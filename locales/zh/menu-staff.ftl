# 工作台顶上的菜单：各页按用处分开。

staff-menu = 菜单
staff-menu-work = 办理
staff-menu-notices = 告知
staff-menu-office = 本局
staff-menu-words = 用语
